import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { buffer } from 'node:stream/consumers';
import { afterAll, describe, expect, test } from 'vitest';
import type { Result } from '../../values/result.ts';
import { type FileStore, localFiles, sourceOf } from './files.ts';
import { DOCUMENTS, FILMS, PHOTOS, SOUNDS } from './kinds.ts';
import { clamd } from './scan.ts';
import { EICAR, picture, testBucket, testScanner } from './testing.ts';

const home = mkdtempSync(path.join(tmpdir(), 'gongshui-files-'));
const s3 = path.join(home, 's3');
mkdirSync(s3);
const LIMIT = 3_000_000;
const bucket = await testBucket(s3, path.join(home, 'gathering'), { limit: LIMIT });
afterAll(async () => {
  await bucket.close();
  rmSync(home, { recursive: true });
});
const ALL = [...PHOTOS, ...DOCUMENTS, ...SOUNDS, ...FILMS];
const code = <T>(result: Result<T>): string => (result.ok ? 'ok' : result.refusal.code);
const jpeg = await picture('jpeg');

const stores: [string, () => Promise<FileStore>][] = [
  ['a folder', async () => localFiles(path.join(home, 'files'), { limit: LIMIT })],
  ['a bucket over the S3 protocol', bucket.files],
];

describe.each(stores)('%s', (_name, open) => {
  test('what is kept comes back, the same bytes are kept once', async () => {
    const files = await open();
    const [first, second] = await Promise.all([files.keep(sourceOf(jpeg), PHOTOS), files.keep(sourceOf(jpeg), PHOTOS)]);
    expect(first).toEqual(second);
    if (!first.ok) throw new Error('refused');
    expect(first.value).toMatchObject({ bytes: jpeg.length, mediaType: 'image/jpeg' });
    // another server on the same store
    expect((await buffer(await (await open()).open(first.value.sha256))).equals(jpeg)).toBe(true);
    const gathering = [path.join(home, 'gathering'), path.join(home, 'files', 'gathering')];
    expect(gathering.filter((one) => existsSync(one)).flatMap((one) => readdirSync(one))).toEqual([]);
  });

  test('an empty, a large and an unwanted file are refused, and nothing of them stays', async () => {
    const files = await open();
    const keep = async (bytes: Buffer) => code(await files.keep(sourceOf(bytes), PHOTOS));
    expect(await keep(Buffer.alloc(0))).toBe('file-empty');
    expect(await keep(Buffer.alloc(LIMIT + 1))).toBe('file-too-large');
    expect(await keep(Buffer.from('%PDF-1.7\n%âãÏÓ'))).toBe('file-type-refused');
    expect(await keep(Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'))).toBe(
      'file-type-refused',
    );
    expect(await keep(Buffer.concat([Buffer.from('MZ'), Buffer.alloc(2000)]))).toBe('file-type-refused');
  });

  test('a photo has a small picture of it, made once; a damaged one and other files have none', async () => {
    const files = await open();
    const kept = await files.keep(sourceOf(jpeg), PHOTOS);
    if (!kept.ok) throw new Error('refused');
    const small = await files.preview(kept.value.sha256, 'image/jpeg');
    const bytes = await buffer(small?.open() as never);
    expect(bytes.length).toBe(small?.bytes);
    expect(bytes.length).toBeLessThan(jpeg.length);
    const again = await files.preview(kept.value.sha256, 'image/jpeg');
    expect((await buffer(again?.open() as never)).equals(bytes)).toBe(true);

    const torn = Buffer.from(await picture('png', 30, 30)).fill(7, 60);
    const damaged = await files.keep(sourceOf(torn), PHOTOS);
    if (!damaged.ok) throw new Error('refused');
    expect(await files.preview(damaged.value.sha256, 'image/png')).toBeNull();
    expect(await files.preview(kept.value.sha256, 'application/pdf')).toBeNull();
  });
});

test('files of this machine are for its owner alone', async () => {
  const folder = path.join(home, 'own');
  const kept = await localFiles(folder).keep(sourceOf(jpeg), PHOTOS);
  if (!kept.ok) throw new Error('refused');
  const name = readdirSync(folder, { recursive: true })
    .map(String)
    .find((one) => /[0-9a-f]{64}/.test(one));
  expect(statSync(path.join(folder, name ?? '')).mode & 0o777).toBe(0o600);
});

test('a store that does not know our key keeps nothing and says so', async () => {
  const files = await bucket.wrongKey();
  await expect(files.keep(sourceOf(await picture('jpeg', 20, 20)), PHOTOS)).rejects.toMatchObject({
    $metadata: { httpStatusCode: 403 },
  });
});

test('a picture that claims to be larger than anything we unpack has no preview', async () => {
  const png = Buffer.from(await picture('png', 10, 10));
  png.writeUInt32BE(60_000, 16);
  png.writeUInt32BE(60_000, 20);
  const files = localFiles(path.join(home, 'bombs'));
  const kept = await files.keep(sourceOf(png), PHOTOS);
  if (!kept.ok) throw new Error('refused');
  expect(await files.preview(kept.value.sha256, 'image/png')).toBeNull();
});

test.each([
  ['image/png', async () => picture('png', 40, 40)],
  ['image/webp', async () => picture('webp', 40, 40)],
  ['application/pdf', async () => Buffer.from('%PDF-1.7\n1 0 obj<<>>endobj')],
  ['audio/mpeg', async () => Buffer.from('ID3\x04\0\0\0\0\0\0\xff\xfb\x90\x64'.padEnd(600, '\0'), 'latin1')],
  ['audio/mp4', async () => Buffer.from('\0\0\0 ftypM4A \0\0\0\0M4A mp42isom\0\0\0\0'.padEnd(64, '\0'), 'latin1')],
  ['audio/wav', async () => Buffer.from('RIFF\x24\0\0\0WAVEfmt '.padEnd(64, '\0'), 'latin1')],
  ['audio/amr', async () => Buffer.from('#!AMR\n'.padEnd(64, '\0'), 'latin1')],
  ['video/mp4', async () => Buffer.from('\0\0\0 ftypisom\0\0\x02\0isomiso2avc1mp41'.padEnd(64, '\0'), 'latin1')],
])('%s is known by its content', async (mediaType, make) => {
  const kept = await localFiles(path.join(home, 'kinds')).keep(sourceOf(await make()), ALL);
  expect(kept.ok ? kept.value.mediaType : kept.refusal).toBe(mediaType);
});

describe('the virus scanner', () => {
  const infected = Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.from(EICAR)]);

  test('what it finds something in is not kept; the rest is', async () => {
    const { address, server } = await testScanner();
    const folder = path.join(home, 'scanned');
    const files = localFiles(folder, { scanner: clamd(address) });
    const refused = await files.keep(sourceOf(infected), ALL);
    expect(refused).toMatchObject({
      ok: false,
      refusal: { code: 'file-infected', params: { found: 'Eicar-Test-Signature' } },
    });
    expect(
      existsSync(folder)
        ? readdirSync(folder, { recursive: true }).filter((one) => /[0-9a-f]{8}/.test(String(one)))
        : [],
    ).toEqual([]);
    expect(code(await files.keep(sourceOf(await picture('jpeg', 2000, 1500)), ALL))).toBe('ok');
    server.close();
  });

  test('away, nothing is kept unseen', async () => {
    const { address, server } = await testScanner();
    await new Promise((done) => server.close(done));
    const files = localFiles(path.join(home, 'unscanned'), { scanner: clamd(address) });
    expect(code(await files.keep(sourceOf(infected), ALL))).toBe('scanner-away');
  });
});
