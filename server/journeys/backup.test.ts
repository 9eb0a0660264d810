import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { seedTown } from '../../database/town/seed.ts';
import { Differs } from '../main/cli/prove-restored.ts';
import { loadShipped } from '../modules/regulations/index.ts';
import { ArchiveRefused, MANIFEST, SEAL, SECRET } from '../platform/archive/manifest.ts';
import { writeArchive } from '../platform/archive/write.ts';
import { systemTime } from '../platform/clock.ts';
import { localFiles } from '../platform/files/files.ts';
import { migrate } from '../platform/migrate.ts';
import { type TestDatabase, testDatabase } from '../platform/testing.ts';
import { emptyDatabase, restoreInto, rewritten, schemasOf, scratchFolder } from './backup/testing.ts';
import { testServer } from './testing.ts';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const scratch = scratchFolder();
const archive = join(scratch, 'one.gongshui');
const files = localFiles(join(scratch, 'files'));
let source: TestDatabase;

const backUp = (file: string, url = source.url) =>
  writeArchive(file, { url, files, secret: 'of thirty-two characters or more!!', now: new Date() });
const refusalOf = (work: Promise<unknown>): Promise<ArchiveRefused> =>
  work.then(
    () => expect.fail('it was taken'),
    (error: unknown) => {
      if (error instanceof ArchiveRefused) return error;
      throw error;
    },
  );

beforeAll(async () => {
  source = await testDatabase();
  const { packs } = loadShipped();
  await seedTown({
    db: source,
    adminUrl: source.url,
    time: systemTime,
    packs,
    files,
    password: 'gongshui',
    closed: 20,
  });
});

describe('a backup', () => {
  test('taken while reports come in is one moment of them, and comes back whole', async () => {
    const server = await testServer({ db: source });
    const { token } = await server.signIn('linxiaoyan', 'gongshui');
    let going = true;
    const report = async (n: number) => {
      const answer = await fetch(`${server.url}/api/requests`, {
        method: 'POST',
        headers: {
          authorization: `Bearer ${token}`,
          'content-type': 'application/json',
          'idempotency-key': `backup-${n}`,
        },
        body: JSON.stringify({ channel: 'phone', event: 'pipe-leak', content: `路面冒水 ${n}`, place: '湖滨东路18号' }),
      });
      expect(answer.status).toBe(201);
    };
    let sent = 0;
    const reporting = (async () => {
      while (going) {
        sent += 1;
        await report(sent);
      }
    })();
    await vi.waitFor(() => expect(sent).toBeGreaterThan(2), { timeout: 20_000 });
    const before = sent;
    const manifest = await backUp(archive);
    await vi.waitFor(() => expect(sent).toBeGreaterThan(before + 1), { timeout: 20_000 });
    going = false;
    await reporting;
    expect(statSync(archive).mode & 0o777).toBe(0o600);

    const target = await emptyDatabase();
    const into = join(scratch, 'restored');
    const { proven } = await restoreInto(target, archive, into);
    expect(proven).toMatchObject({ differences: 0 });
    // its mark is gone: it is a database to work with
    await expect(migrate(target.url)).resolves.toEqual([]);
    const rowsOf = (table: string) => manifest.tables.find((one) => one.table === table)?.rows ?? 0;
    expect(proven?.orders).toBe(rowsOf('work_orders.work_order'));
    expect(proven?.orders).toBeGreaterThanOrEqual(140 + before - 1);
    expect(proven?.orders).toBeLessThan(140 + sent);
    // attachments and the secret
    expect(manifest.files.length).toBeGreaterThan(0);
    for (const { sha256 } of manifest.files) {
      const bytes = await buffer(await localFiles(join(into, 'files')).open(Buffer.from(sha256, 'hex')));
      expect(createHash('sha256').update(bytes).digest('hex')).toBe(sha256);
    }
    expect(readFileSync(join(into, 'secret'), 'utf8')).toBe('of thirty-two characters or more!!');
    expect(statSync(join(into, 'secret')).mode & 0o777).toBe(0o600);
    // triggers are back, numbers go on
    await expect(target.admin('delete from identity.audit')).rejects.toThrow('append-only');
    const again = await testServer({ db: target });
    const { token: other } = await again.signIn('linxiaoyan', 'gongshui');
    const made = await fetch(`${again.url}/api/requests`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${other}`,
        'content-type': 'application/json',
        'idempotency-key': 'restored-1',
      },
      body: JSON.stringify({ channel: 'phone', event: 'pipe-leak', content: '路面冒水', place: '湖滨东路18号' }),
    });
    expect(made.status).toBe(201);
    // a backup of what came back says the same of every table nobody has touched since
    const second = await writeArchive(join(scratch, 'two.gongshui'), {
      url: target.url,
      files: null,
      secret: null,
      now: new Date(),
    });
    const hashes = ({ tables }: typeof manifest) =>
      tables.filter(({ table }) => /^(registers|regulations)\./.test(table));
    expect(hashes(second)).toEqual(hashes(manifest));
  });

  test('is not written over another file, and leaves nothing where it cannot be written', async () => {
    expect(await refusalOf(backUp(archive))).toMatchObject({ code: 'archive-exists' });
    const nowhere = join(scratch, 'nowhere', 'one.gongshui');
    expect(await refusalOf(backUp(nowhere))).toMatchObject({ code: 'archive-not-written' });
  });
});

describe('restoring refuses, and leaves nothing,', () => {
  const bad = join(scratch, 'bad.gongshui');
  let target: TestDatabase;
  beforeAll(async () => {
    target = await emptyDatabase();
  });
  const refused = async (file = bad) => {
    const into = join(scratch, 'refused');
    const refusal = await refusalOf(restoreInto(target, file, into));
    expect(existsSync(into)).toBe(false);
    expect(existsSync(`${into}.restoring`)).toBe(false);
    expect(await schemasOf(target)).toBe('');
    return refusal;
  };
  const resealed = (change: (manifest: Record<string, unknown>) => void, from = archive) => {
    let text: Buffer | undefined;
    return rewritten(from, bad, (name, bytes) => {
      if (name === MANIFEST) {
        const manifest = JSON.parse(bytes.toString()) as Record<string, unknown>;
        change(manifest);
        text = Buffer.from(JSON.stringify(manifest));
        return text;
      }
      return name === SEAL && text ? Buffer.from(createHash('sha256').update(text).digest('hex')) : bytes;
    });
  };

  test('one that was cut off', async () => {
    const bytes = readFileSync(archive);
    for (const kept of [0.2, 0.7, 0.999]) {
      writeFileSync(bad, bytes.subarray(0, Math.floor(bytes.length * kept)));
      expect(await refused()).toMatchObject({ code: 'archive-not-one' });
    }
  });

  test('one with a byte changed anywhere', async () => {
    const bytes = readFileSync(archive);
    for (const place of [0.3, 0.5, 0.6, 0.8]) {
      const changed = Buffer.from(bytes);
      const at = Math.floor(bytes.length * place);
      changed[at] = (changed[at] ?? 0) ^ 0x10;
      writeFileSync(bad, changed);
      expect((await refused()).code).toMatch(/^archive-(damaged|not-one)$/);
    }
  });

  test('one whose rows or list were changed by hand', async () => {
    await rewritten(archive, bad, (name, bytes) =>
      name === 'database/identity.utility.copy' ? Buffer.from(bytes.toString().replace('湖城', '别城')) : bytes,
    );
    expect(await refused()).toMatchObject({
      code: 'archive-damaged',
      params: { part: 'database/identity.utility.copy' },
    });
    await rewritten(archive, bad, (name, bytes) =>
      name === MANIFEST ? Buffer.from(bytes.toString().replace('"secret": true', '"secret": false')) : bytes,
    );
    expect(await refused()).toMatchObject({ code: 'archive-damaged', params: { part: MANIFEST } });
    await rewritten(archive, bad, (name, bytes) => (name.startsWith('files/') ? null : bytes));
    expect(await refused()).toMatchObject({ code: 'archive-damaged' });
  });

  test('one of a later layout or a later version, and says which', async () => {
    await resealed((manifest) => {
      manifest.format = 2;
    });
    expect(await refused()).toMatchObject({ code: 'archive-newer', params: { found: 2, expected: 1 } });
    await resealed((manifest) => {
      (manifest.migrations as object[]).push({ name: '9999_later.sql', sha256: 'a'.repeat(64) });
    });
    expect(await refused()).toMatchObject({ code: 'archive-newer', params: { found: '9999_later.sql' } });
    await resealed((manifest) => {
      Object.assign((manifest.migrations as object[])[3] ?? {}, { sha256: 'b'.repeat(64) });
    });
    expect(await refused()).toMatchObject({ code: 'archive-other-migrations' });
  });

  test('one that says of its rows what they do not give', async () => {
    // sealed and whole, but the database would come back otherwise: found while comparing, and undone
    await resealed((manifest) => {
      const tables = manifest.tables as { table: string; rows: number }[];
      const audit = tables.find(({ table }) => table === 'identity.district');
      if (audit) audit.rows += 1;
    });
    expect(await refused()).toMatchObject({ code: 'target-differs', params: { table: 'identity.district' } });
  });

  test('one whose secret is another, or gone', async () => {
    await rewritten(archive, bad, (name, bytes) =>
      name === SECRET ? Buffer.from('another secret of thirty-two ch.') : bytes,
    );
    expect(await refused()).toMatchObject({ code: 'archive-damaged', params: { part: 'secret' } });
    await rewritten(archive, bad, (name, bytes) => (name === SECRET ? null : bytes));
    expect(await refused()).toMatchObject({ code: 'archive-damaged', params: { part: 'secret' } });
    // of before its hash was told
    await resealed((manifest) => {
      delete manifest.secretSha256;
    });
    await rewritten(bad, `${bad}.old`, (name, bytes) => (name === SECRET ? Buffer.alloc(0) : bytes));
    expect(await refused(`${bad}.old`)).toMatchObject({ code: 'archive-damaged', params: { part: 'secret' } });
  });

  test('one whose orders do not come out as they stand there', async () => {
    const table = 'database/work_orders.clock.copy';
    let sha256 = '';
    let bytes = 0;
    await rewritten(archive, `${bad}.late`, (name, part) => {
      if (name !== table) return part;
      const changed = Buffer.from(part.toString().replaceAll(/\d{2}:\d{2}:\d{2}\+00/g, '11:11:11+00'));
      expect(changed.equals(part)).toBe(false);
      sha256 = createHash('sha256').update(changed).digest('hex');
      bytes = changed.length;
      return changed;
    });
    await resealed((manifest) => {
      const tables = manifest.tables as { table: string; sha256: string; bytes: number }[];
      Object.assign(tables.find((one) => one.table === 'work_orders.clock') ?? {}, { sha256, bytes });
    }, `${bad}.late`);
    const into = join(scratch, 'refused');
    const error = await restoreInto(target, bad, into).catch((one: unknown) => one);
    expect(error).toBeInstanceOf(Differs);
    expect((error as Differs).count).toBeGreaterThan(0);
    expect((error as Differs).first).toMatch(/^\S+ \S+ \S+/);
    expect(existsSync(into)).toBe(false);
    expect(await schemasOf(target)).toBe('');
  });

  test('what somebody else has in hand: his folder stays, and so does his database', async () => {
    const into = join(scratch, 'refused');
    mkdirSync(`${into}.restoring`);
    writeFileSync(join(`${into}.restoring`, 'mine'), 'not yours');
    expect(await refusalOf(restoreInto(target, archive, into))).toMatchObject({ code: 'target-in-hand' });
    expect(readFileSync(join(`${into}.restoring`, 'mine'), 'utf8')).toBe('not yours');
    rmSync(`${into}.restoring`, { recursive: true });
    // two at once, into one database
    const other = join(scratch, 'other');
    const both = await Promise.allSettled([restoreInto(target, archive, into), restoreInto(target, archive, other)]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const [lost] = both.filter((one) => one.status === 'rejected');
    expect(lost?.reason).toMatchObject({ code: expect.stringMatching(/^target-(in-hand|full)$/) });
    for (const folder of [into, other]) rmSync(folder, { recursive: true, force: true });
    await target.admin(`drop schema ${await schemasOf(target)} cascade`);
  });

  test('and begins anew after one that was killed half-way, with which nobody can have worked', async () => {
    const into = join(scratch, 'refused');
    // as a kill leaves it: rows are in, nothing is proven, nothing was undone
    const killed = restoreInto(target, archive, into, {
      prove: async () => {
        await target.admin(`create function public.stay() returns event_trigger language plpgsql as
          $$ begin raise exception 'killed'; end $$`);
        await target.admin(
          `create event trigger stay on ddl_command_start when tag in ('DROP SCHEMA') execute function public.stay()`,
        );
        throw new Error('killed');
      },
    });
    await expect(killed).rejects.toThrow('killed');
    await target.admin('drop event trigger stay');
    await target.admin('drop function public.stay()');
    expect(await schemasOf(target)).toContain('work_orders');
    await expect(migrate(target.url)).rejects.toMatchObject({ problem: { code: 'half-restored' } });
    const { proven } = await restoreInto(target, archive, into);
    expect(proven).toMatchObject({ differences: 0 });
    expect(await schemasOf(target)).not.toContain('half_restored');
    rmSync(into, { recursive: true });
    await target.admin(`drop schema ${await schemasOf(target)} cascade`);
  });

  test('what is no archive, or is not there', async () => {
    writeFileSync(bad, 'no archive at all');
    expect(await refused()).toMatchObject({ code: 'archive-not-one' });
    expect(await refused(join(scratch, 'nothing'))).toMatchObject({ code: 'archive-not-found' });
  });

  test('a target with something in it', async () => {
    expect(await refusalOf(restoreInto(target, archive, scratch))).toMatchObject({ code: 'target-not-empty' });
    const { params, code } = await refusalOf(restoreInto(source, archive, join(scratch, 'refused')));
    expect({ code, named: Object.keys(params) }).toEqual({ code: 'target-full', named: ['database'] });
    expect(existsSync(join(scratch, 'refused'))).toBe(false);
  });
});
