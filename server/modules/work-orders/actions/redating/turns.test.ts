import { expect, it } from 'vitest';
import { Turns } from './turns.ts';

const later =
  <T>(value: T, did: unknown[]) =>
  async () => {
    await new Promise((done) => setTimeout(done, 5));
    did.push(value);
    return value;
  };

it('takes one piece after the other, in the order they were given', async () => {
  const turns = new Turns();
  const did: number[] = [];
  expect(await Promise.all([turns.take(later(1, did)), turns.take(later(2, did)), turns.take(later(3, did))])).toEqual([
    1, 2, 3,
  ]);
  expect(did).toEqual([1, 2, 3]);
});

it('does nothing more once a piece has failed: whoever waits for a later one hears why', async () => {
  const turns = new Turns();
  const did: number[] = [];
  turns.take(() => Promise.reject(new Error('power cut')));
  await expect(turns.take(later(2, did))).rejects.toThrow('power cut');
  await turns.end();
  expect(did).toEqual([]);
});

it('at its end waits for the piece being done and drops the others', async () => {
  const turns = new Turns();
  const did: number[] = [];
  const first = turns.take(later(1, did));
  const second = turns.take(later(2, did));
  await Promise.resolve();
  await turns.end();
  await expect(first).resolves.toBe(1);
  await expect(second).rejects.toThrow('over');
  expect(did).toEqual([1]);
});
