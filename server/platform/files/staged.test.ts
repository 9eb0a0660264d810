import { mkdirSync, mkdtempSync, readdirSync, rmSync, utimesSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { Upload } from '@tus/server';
import { afterAll, expect, test } from 'vitest';
import { diskBlobs } from './blobs.ts';
import { StagedUploads } from './staged.ts';

const DAY = 86_400_000;
const home = mkdtempSync(path.join(tmpdir(), 'gongshui-staged-'));
afterAll(() => rmSync(home, { recursive: true }));
const store = (): StagedUploads => new StagedUploads(diskBlobs(home), DAY);
const begun = (id: string, size: number) =>
  store().create(new Upload({ id, size, offset: 0, metadata: { staff: '7' } }));

test('another server goes on with an upload, and reads it in order', async () => {
  await begun('a', 9);
  expect(await store().write(Readable.from([Buffer.from('ab'), Buffer.from('cd')]), 'a', 0)).toBe(4);
  expect(await store().write(Readable.from([Buffer.from('efghi')]), 'a', 4)).toBe(9);
  expect(await store().getUpload('a')).toMatchObject({ offset: 9, size: 9, metadata: { staff: '7' } });
  expect(String(await buffer(await store().read('a')))).toBe('abcdefghi');
});

test('what came before the network broke is kept, to the byte', async () => {
  await begun('b', 100);
  async function* breaking() {
    yield Buffer.from('12345');
    throw new Error('reset');
  }
  await expect(store().write(Readable.from(breaking()), 'b', 0)).rejects.toThrow('reset');
  const { offset } = await store().getUpload('b');
  expect(String(await buffer(await store().read('b')))).toBe('12345'.slice(0, offset));
  await store().write(Readable.from([Buffer.from('67890')]), 'b', offset);
  expect((await store().getUpload('b')).offset).toBe(offset + 5);
});

test('two who write the same place at once do not make it longer', async () => {
  await begun('c', 6);
  await Promise.all(['abc', 'xyz'].map((text) => store().write(Readable.from([Buffer.from(text)]), 'c', 0)));
  expect((await store().getUpload('c')).offset).toBe(3);
});

test('what nobody took is gone after a day, what is still written to is not', async () => {
  await begun('old', 5);
  await begun('new', 5);
  const before = new Date(Date.now() - 2 * DAY);
  utimesSync(path.join(home, 'uploads', 'old', 'head'), before, before);
  mkdirSync(path.join(home, 'gathering'), { recursive: true });
  expect(await store().deleteExpired()).toBe(1);
  expect(readdirSync(path.join(home, 'uploads'))).not.toContain('old');
  await expect(store().getUpload('old')).rejects.toMatchObject({ status_code: 404 });
  expect((await store().getUpload('new')).size).toBe(5);
});
