import { describe, expect, test } from 'vitest';
import { ok } from '../../values/result.ts';
import { route } from './route.ts';
import { buildServer } from './server.ts';
import { base, deps, get, lines, made } from './testing.ts';

describe('the server', () => {
  test('does not start with a route whose action is in no permission', async () => {
    const unknown = {
      ...base,
      method: 'GET' as const,
      url: '/api/x',
      action: 'things.guess',
      handler: async () => ok(1),
    };
    await expect(buildServer({ ...deps(), routes: [route(unknown)] })).rejects.toThrow('"things.guess"');
  });

  test('is well, and says when it is not', async () => {
    expect((await made.app.inject('/healthz')).json()).toEqual({ status: 'ok' });
    const sick = await buildServer({ ...deps(), db: { ...made.db, query: () => Promise.reject(new Error('gone')) } });
    expect((await sick.inject('/healthz')).statusCode).toBe(503);
    await sick.close();
  });

  test('sends the screens for any address that is not the API’s', async () => {
    const html = { accept: 'text/html' };
    for (const url of ['/', '/orders/17']) {
      const answer = await made.app.inject({ url, headers: html });
      expect([answer.statusCode, answer.body, answer.headers['cache-control']]).toEqual([
        200,
        '<title>供水</title>',
        'no-cache',
      ]);
    }
    expect((await made.app.inject('/assets/a-1.js')).headers['cache-control']).toContain('immutable');
    expect((await made.app.inject({ url: '/assets/gone.js', headers: html })).statusCode).toBe(404);
    expect((await made.app.inject({ url: '/api/nothing', headers: html })).json()).toMatchObject({ code: 'not-found' });
    expect((await made.app.inject({ url: '/../../package.json', headers: html })).body).not.toContain('gongshui');
  });

  test('allows no script but its own', async () => {
    const { headers } = await made.app.inject('/');
    expect(headers['content-security-policy']).toContain("script-src 'self';");
    expect(headers['x-content-type-options']).toBe('nosniff');
    expect((await get('/api/things')).headers['cache-control']).toBe('no-store');
  });

  test('shows its reference without asking another machine', async () => {
    const page = await made.app.inject('/docs/');
    expect(page.statusCode).toBe(200);
    expect(page.body.match(/(src|href)="https?:/g)).toBeNull();
    expect((await made.app.inject('/docs/js/scalar.js')).statusCode).toBe(200);
    expect((await made.app.inject('/api/openapi.json')).json().openapi).toBe('3.1.0');
  });

  test('logs who and how long, but no address, name or value', async () => {
    lines.length = 0;
    await get('/api/things?q=王小明');
    await get('/api/broken/write');
    const text = lines.join('');
    expect(text).toContain('"route":"/api/things"');
    expect(text).toContain('"staff":1');
    expect(text).toContain('read-only transaction');
    expect(text).not.toMatch(/王小明|%E7%8E%8B|孙洁/);
  });
});
