import { describe, expect, test } from 'vitest';
import { JSON_LIMIT } from './body.ts';
import type { Problem } from './problem.ts';
import { get, JPEG, names, post } from './testing.ts';

describe('a request', () => {
  test('needs somebody, and somebody who may', async () => {
    expect((await get('/api/things', { authorization: '' })).json()).toMatchObject({
      status: 401,
      code: 'unauthenticated',
    });
    expect((await get('/api/never')).json()).toMatchObject({ status: 403, code: 'forbidden' });
  });

  test('is refused in the reader’s language, with the article', async () => {
    const answer = await post('/api/things', { name: 'refused' }, { 'accept-language': 'en-GB,zh;q=0.5' });
    expect(answer.headers['content-type']).toBe('application/problem+json; charset=utf-8');
    expect(answer.json()).toEqual({
      type: 'urn:gongshui:thing-refused',
      title: 'Refused',
      status: 422,
      code: 'thing-refused',
      detail: 'No: refused',
      instance: '/api/things',
      params: { found: 'refused' },
      article: '第三条',
      quote: '不得',
    });
    expect((await post('/api/things', { name: 'refused' })).json().detail).toBe('不行：refused');
    expect((await get('/api/broken/not-found')).statusCode).toBe(404);
  });

  test('that is refused leaves nothing behind', async () => {
    await post('/api/things', { name: 'refused' });
    expect(await names()).not.toContain('refused');
  });

  test('names every field at fault', async () => {
    const problem = (await post('/api/things', { name: '', size: -1 })).json<Problem>();
    expect(problem).toMatchObject({ status: 400, code: 'invalid-input', title: '请求有误' });
    expect(problem.fields).toEqual([
      { path: 'name', code: 'missing', message: '必填' },
      { path: 'size', code: 'too-small', message: '应不小于 0' },
    ]);
  });

  test('drops what the schema does not know', async () => {
    const answer = await post('/api/things', '{"name":"clean","more":1,"constructor":2}');
    expect(answer.json()).toEqual({ name: 'clean', keys: ['name'] });
  });

  test('reads numbers from its address', async () => {
    expect((await get('/api/things?limit=7')).json()).toMatchObject({ limit: 7 });
    expect((await get('/api/things')).json()).toMatchObject({ limit: 50 });
    expect((await get('/api/things?limit=x')).json()).toMatchObject({ status: 400, fields: [{ path: 'limit' }] });
    expect((await get('/api/things?limit=1&limit=2')).statusCode).toBe(400);
  });

  test('a text of five megabytes is refused by its length, a body above the limit unread', async () => {
    const long = await post('/api/things', { name: '水'.repeat(1_700_000) });
    expect(long.json()).toMatchObject({ status: 400, code: 'text-too-long', detail: '文字过长：最多 10 个字' });
    const huge = await post('/api/things', { name: 'x'.repeat(JSON_LIMIT) });
    expect(huge.json()).toMatchObject({ status: 413, code: 'too-large', detail: '内容过大：上限 6 MB' });
  });

  test('what is not JSON, not UTF-8 or cannot be kept in a text is refused', async () => {
    expect((await post('/api/things', '{"name":')).json()).toMatchObject({ status: 400, code: 'invalid-json' });
    expect((await post('/api/things', Buffer.from([0x22, 0xff, 0x22]))).json()).toMatchObject({ code: 'invalid-json' });
    expect((await post('/api/things', '{"name":"a\\u0000"}')).json()).toMatchObject({ code: 'text-not-allowed' });
    expect((await post('/api/things', '{"name":"\\ud83d"}')).json()).toMatchObject({ code: 'text-not-allowed' });
    expect((await post('/api/things', '{"name":"\\ud83d\\ude00"}')).statusCode).toBe(201);
    expect((await get('/api/things?q=%00')).json()).toMatchObject({ code: 'text-not-allowed' });
    const form = await post('/api/things', 'name=x', { 'content-type': 'application/x-www-form-urlencoded' });
    expect(form.json()).toMatchObject({ status: 415, code: 'media-type-refused' });
    expect((await post('/api/things', '')).json()).toMatchObject({
      status: 400,
      fields: [{ path: 'name', code: 'missing' }],
    });
  });

  test('of a utility sees only its things', async () => {
    await post('/api/things', { name: 'ones' });
    const others = await get('/api/things', { authorization: 'eve' });
    expect(others.json<{ names: string[] }>().names).toEqual([]);
  });

  test('that reads cannot write', async () => {
    expect((await get('/api/broken/write')).json()).toMatchObject({ status: 500, code: 'internal-error' });
  });

  test('that waits in vain for what another operation holds says so, and changes nothing', async () => {
    const answer = await get('/api/broken/held');
    expect(answer.json()).toMatchObject({ status: 503, code: 'in-use' });
    expect(answer.json<{ detail: string }>().detail).toContain('请稍后再试');
    expect(answer.headers['retry-after']).toBe('1');
  });

  test('is tried again after a deadlock, and says so when that does not help', async () => {
    expect((await get('/api/broken/deadlock')).json()).toEqual({ failures: 3 });
    const answer = await get('/api/broken/always');
    expect(answer.json()).toMatchObject({ status: 503, code: 'try-again' });
    expect(answer.headers['retry-after']).toBe('1');
  });
});

describe('a file', () => {
  const photo = { 'content-type': 'image/jpeg' };

  test('comes back as it was sent, and never runs in the browser', async () => {
    const { sha256 } = (await post('/api/photos', JPEG, photo)).json<{ sha256: string }>();
    const answer = await get(`/api/photos/${sha256}`);
    expect(answer.rawPayload.equals(JPEG)).toBe(true);
    expect(answer.headers['content-security-policy']).toContain('sandbox');
    expect(answer.headers['content-disposition']).toBe(`inline; filename*=UTF-8''${encodeURIComponent('照片.jpg')}`);
    const known = await get(`/api/photos/${sha256}`, { 'if-none-match': String(answer.headers.etag) });
    expect(known.statusCode).toBe(304);
  });

  test('is what its bytes say', async () => {
    expect((await post('/api/photos', Buffer.from('<script>'), photo)).json()).toMatchObject({
      status: 415,
      code: 'file-type-refused',
    });
    expect((await post('/api/photos', Buffer.alloc(0), photo)).json()).toMatchObject({
      status: 400,
      code: 'file-empty',
    });
    expect((await post('/api/photos', Buffer.alloc(1001), photo)).json()).toMatchObject({
      status: 413,
      code: 'too-large',
    });
    expect((await post('/api/photos', '{}')).json()).toMatchObject({ status: 415, code: 'media-type-refused' });
  });
});
