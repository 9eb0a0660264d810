import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { buffer } from 'node:stream/consumers';
import { afterAll, expect, test } from 'vitest';
import { DOCUMENTS, localFiles, PHOTOS, SOUNDS, sniff } from './files.ts';

const home = mkdtempSync(path.join(tmpdir(), 'gongshui-files-'));
afterAll(() => rmSync(home, { recursive: true }));
const files = localFiles(home, 100);
const png = Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), Buffer.alloc(20)]);

test('what is put comes back, the same bytes are kept once', async () => {
  const [first, second] = await Promise.all([files.put(png, PHOTOS), files.put(png, PHOTOS)]);
  expect(first).toEqual(second);
  if (!first.ok) throw new Error('refused');
  expect(first.value).toMatchObject({ bytes: 28, mediaType: 'image/png' });
  expect(await buffer(files.open(first.value.sha256))).toEqual(png);
  const names = readdirSync(home, { recursive: true })
    .map(String)
    .filter((name) => /[0-9a-f]{64}/.test(name));
  expect(names).toHaveLength(1);
  expect(statSync(path.join(home, names[0] ?? '')).mode & 0o777).toBe(0o600);
});

test('an empty, a large and an unwanted file are refused', async () => {
  const code = async (bytes: Buffer) => {
    const result = await files.put(bytes, PHOTOS);
    return result.ok ? 'ok' : result.refusal.code;
  };
  expect(await code(Buffer.alloc(0))).toBe('file-empty');
  expect(await code(Buffer.alloc(101))).toBe('file-too-large');
  expect(await code(Buffer.from('%PDF-1.7'))).toBe('file-type-refused');
  expect(await code(Buffer.from('<svg onload=alert(1)>'))).toBe('file-type-refused');
});

test.each([
  ['image/jpeg', 'ffd8ffe000104a464946'],
  ['image/webp', '52494646aaaaaaaa57454250'],
  ['application/pdf', '255044462d312e37'],
  ['audio/mpeg', '494433040000000000'],
  ['audio/mpeg', 'fffb9064'],
  ['audio/mpeg', 'fff3 4064'],
  ['audio/mp4', '00000020667479704d344120'],
  ['audio/wav', '52494646aaaaaaaa57415645'],
  ['audio/ogg', '4f67675300'],
  [null, '4d5a90'],
  [null, 'fff1508001'],
  [null, '504b0304'],
  [null, ''],
])('%s is known by its beginning', (type, hex) => {
  expect(sniff(Buffer.from(hex.replaceAll(' ', ''), 'hex'))).toBe(type);
  if (type) expect([...PHOTOS, ...DOCUMENTS, ...SOUNDS] as string[]).toContain(type);
});
