import { describe, expect, test } from 'vitest';
import { forgetAnswers } from './idempotency.ts';
import { made, names, post, time } from './testing.ts';

let others = 0;

describe('a write', () => {
  test('needs a key of 8 to 200 characters', async () => {
    for (const key of ['', 'short', 'x'.repeat(201), 'with a blank']) {
      const answer = await post('/api/things', { name: 'keyless' }, { 'idempotency-key': key });
      expect(answer.json()).toMatchObject({ status: 400, code: 'idempotency-key-missing' });
    }
  });

  test('repeated with its key gives the stored answer and no second effect', async () => {
    const key = { 'idempotency-key': 'repeated-0001' };
    const first = await post('/api/things', { name: 'once' }, key);
    const again = await post('/api/things', { name: 'once' }, key);
    expect(first.headers['idempotency-replayed']).toBeUndefined();
    expect([again.statusCode, again.json(), again.headers['idempotency-replayed']]).toEqual([
      201,
      first.json(),
      'true',
    ]);
    expect((await names()).filter((name) => name === 'once')).toHaveLength(1);
  });

  test('twice at the same moment has one effect', async () => {
    const key = { 'idempotency-key': 'at-the-same-moment' };
    const all = await Promise.all([1, 2, 3, 4].map(() => post('/api/things', { name: 'same' }, key)));
    expect(all.map((answer) => answer.statusCode)).toEqual([201, 201, 201, 201]);
    expect(all.filter((answer) => answer.headers['idempotency-replayed'] === undefined)).toHaveLength(1);
  });

  test('of something else with a used key is refused', async () => {
    const key = { 'idempotency-key': 'used-already-1' };
    await post('/api/things', { name: 'first' }, key);
    const answer = await post('/api/things', { name: 'second' }, key);
    expect(answer.json()).toMatchObject({ status: 409, code: 'idempotency-key-reused' });
    expect(await names()).not.toContain('second');
  });

  test('with a colleague’s key is his own', async () => {
    const key = { 'idempotency-key': 'chosen-by-two' };
    await post('/api/things', { name: 'of-ann' }, key);
    expect((await post('/api/things', { name: 'of-bob' }, { ...key, authorization: 'bob' })).statusCode).toBe(201);
  });

  test('that was refused may be tried again with the same key', async () => {
    const key = { 'idempotency-key': 'refused-first' };
    expect((await post('/api/things', { name: 'refused' }, key)).statusCode).toBe(422);
    expect((await post('/api/things', { name: 'better' }, key)).statusCode).toBe(201);
  });

  test('is forgotten after three days', async () => {
    await post('/api/things', { name: 'old' }, { 'idempotency-key': 'three-days-ago' });
    expect(await forgetAnswers(made.db, 1, time.now() + 71 * 3_600_000)).toBe(0);
    expect(await forgetAnswers(made.db, 1, time.now() + 73 * 3_600_000)).toBeGreaterThan(0);
  });

  test('from another site is refused, from ours or a program it is not', async () => {
    const from = (headers: Record<string, string>) => post('/api/things', { name: `o${++others}` }, headers);
    expect((await from({ origin: 'https://evil.example' })).json()).toMatchObject({
      status: 403,
      code: 'origin-refused',
    });
    expect((await from({ origin: 'null' })).statusCode).toBe(403);
    expect((await from({ 'sec-fetch-site': 'cross-site' })).statusCode).toBe(403);
    expect((await from({ origin: 'http://localhost:80', host: 'localhost' })).statusCode).toBe(201);
    expect((await from({ origin: 'http://10.0.0.5:8080', host: '10.0.0.5:8080' })).statusCode).toBe(201);
    expect((await from({})).statusCode).toBe(201);
  });
});
