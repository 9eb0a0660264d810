import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test, vi } from 'vitest';
import { testDatabase } from '../platform/testing.ts';

// Each step starts a process; a loaded machine takes seconds for it.
vi.setConfig({ testTimeout: 60_000 });

const CLI = join(import.meta.dirname, 'cli.ts');
const SHIPPED = join(import.meta.dirname, '../../regulations');
const scratch = mkdtempSync(join(tmpdir(), 'packs-'));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

const run = (...args: string[]) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [CLI, ...args], { encoding: 'utf8', maxBuffer: 1e8 });
  return { status, stdout, stderr };
};
const deadlines = (...args: string[]) => {
  const result = run('deadlines', '--json', ...args);
  return { ...result, json: JSON.parse(result.stdout) };
};
const leak = ['--pack', 'liaocheng', '--event', 'pipe-leak', '--channel', 'phone'];

describe('packs', () => {
  test('check passes the shipped packs and says how much it looked at', () => {
    const { status, stdout } = run('packs', 'check');
    expect(stdout).toMatch(/\d+ 个算例：全部通过/);
    expect(status).toBe(0);
  });

  test('check of a changed copy names file, line, article, found and expected, and exits 1', () => {
    const copy = join(scratch, 'copy');
    cpSync(SHIPPED, copy, { recursive: true });
    const file = join(copy, 'liaocheng/clocks.yaml');
    writeFileSync(file, readFileSync(file, 'utf8').replace('within: 1 wh', 'within: 1 hour'));
    const { status, stdout } = run('packs', 'check', '--dir', copy, '--json');
    const report = JSON.parse(stdout);
    const line =
      readFileSync(file, 'utf8')
        .split('\n')
        .findIndex((text) => text.includes('1 hour')) + 1;
    expect(status).toBe(1);
    expect(report.errors[0]).toMatchObject({
      code: 'unknown-unit',
      file: 'liaocheng/clocks.yaml',
      line,
      article: '第十三条',
      found: '1 hour',
      expected: '1 h',
    });
    expect(run('packs', 'check', '--dir', copy, '--lang', 'en').stdout).toContain('write "1 h"');
  });

  test('a folder with one pack of its own uses the shipped calendars and may extend shipped packs', () => {
    const folder = join(scratch, 'town');
    mkdirSync(folder);
    writeFileSync(
      join(folder, 'town.yaml'),
      'pack: town\nversion: "1"\nutility: 某镇\neffective: "2026-01-01"\nsource: s\nextends: [liaocheng]\n',
    );
    expect(run('packs', 'check', '--dir', folder)).toMatchObject({ status: 0 });
    const { json } = deadlines(
      '--dir',
      folder,
      '--pack',
      'town',
      '--event',
      'consultation',
      '--channel',
      'phone',
      '--at',
      '2026-09-30T17:00+08:00',
      '--milestone',
      'dispatched=2026-09-30T17:20',
    );
    expect(json.find((c: { id: string }) => c.id === 'accept')).toMatchObject({
      due: '2026-10-08T08:20:00+08:00',
      from: 'dispatched',
      until: 'accepted',
    });
  });

  test('list gives version and hash', () => {
    const rows = JSON.parse(run('packs', 'list', '--json').stdout);
    expect(rows.map((r: { pack: string }) => r.pack)).toEqual(expect.arrayContaining(['jinan', 'liaocheng']));
    expect(rows[0].hash).toMatch(/^[0-9a-f]{64}$/);
  });

  test('events are a tree with words', () => {
    const rows = JSON.parse(run('events', '--pack', 'liaocheng', '--json').stdout);
    expect(rows).toContainEqual({
      id: 'facility-damage.valve-well',
      parent: 'facility-damage',
      zh: '闸门井塌陷',
      en: 'Valve well',
      report: true,
    });
    expect(rows.map((r: { id: string }) => r.id)).toContain('construction.quality');
  });
});

describe('deadlines', () => {
  test('give each clock with its article, quote, times and reason', () => {
    const { json, status } = deadlines(
      ...leak,
      '--at',
      '2026-09-30T16:00+08:00',
      '--milestone',
      'received=2026-09-30T15:58+08:00',
      '--milestone',
      'repair-started=2026-09-30T17:00+08:00',
      '--fact',
      'dn=600',
      '--fact',
      'third-party-damage=true',
      '--now',
      '2026-09-30T17:00+08:00',
    );
    expect(status).toBe(0);
    const due = Object.fromEntries(json.map((c: { id: string; due: string }) => [c.id, c.due]));
    expect(due).toMatchObject({
      finish: '2026-10-01T16:00:00+08:00',
      repair: '2026-10-02T17:00:00+08:00',
      'arrive-leak': '2026-09-30T16:58:00+08:00',
      'arrive-inspection': '2026-09-30T16:58:00+08:00',
    });
    for (const clock of json) {
      expect(clock.quote).not.toBe('');
      expect(clock.why).toContain(clock.article);
      expect(Object.keys(clock)).toEqual(
        expect.arrayContaining([
          'fromAt',
          'stoppedAt',
          'warnAt',
          'state',
          'limit',
          'clauses',
          'asks',
          'provisional',
          'run',
          'breached',
        ]),
      );
    }
  });

  test('an act counts for its unit only', () => {
    const { json } = deadlines(
      ...leak,
      '--at',
      '2026-09-30T16:00',
      '--fact',
      'third-party-damage=yes',
      '--milestone',
      'arrived=2026-09-30T16:30@pipelines',
      '--now',
      '2026-09-30T16:40',
    );
    const stopped = Object.fromEntries(json.map((c: { id: string; stoppedAt: string | null }) => [c.id, c.stoppedAt]));
    expect(stopped['arrive-leak']).toBe('2026-09-30T16:30:00+08:00');
    expect(stopped['arrive-inspection']).toBeNull();
  });

  test('pauses move the due, plans set it, and --all adds what has not started', () => {
    const paused = deadlines(
      '--pack',
      'liaocheng',
      '--event',
      'water-quality',
      '--channel',
      'phone',
      '--at',
      '2026-03-02T10:00',
      '--pause',
      '2026-03-02T12:00+08:00/2026-03-03T09:00+08:00:failure',
    );
    expect(paused.json.find((c: { id: string }) => c.id === 'finish').due).toBe('2026-03-04T07:00:00+08:00');
    const planned = deadlines(
      '--pack',
      'liaocheng',
      '--event',
      'outage.planned',
      '--channel',
      'field',
      '--at',
      '2026-10-05T06:00',
      '--plan',
      'planned-stop=2026-10-11T06:00',
    );
    expect(planned.json.find((c: { id: string }) => c.id === 'planned-stop-users').due).toBe(
      '2026-10-09T06:00:00+08:00',
    );
    const all = deadlines(...leak, '--at', '2026-10-08T10:00', '--all');
    expect(all.json.find((c: { id: string }) => c.id === 'repair')).toMatchObject({ due: null, state: 'waiting' });
  });

  test('without --json the table is aligned Chinese', () => {
    const { stdout } = run('deadlines', ...leak, '--at', '2026-10-08T10:00');
    expect(stdout.split('\n')[0]).toMatch(/^时限 +条款 +起点/);
    expect(stdout).toContain('受理诉求 2026-10-08 10:00');
  });

  const at = ['--at', '2026-10-08T10:00+08:00'];
  test.each<[code: string, args: string[]]>([
    ['unknown-pack', ['--pack', 'liaochen', '--event', 'pipe-leak', '--channel', 'phone', ...at]],
    ['unknown-event', ['--pack', 'liaocheng', '--event', 'pipe-leek', '--channel', 'phone', ...at]],
    ['unknown-channel', ['--pack', 'liaocheng', '--event', 'pipe-leak', '--channel', 'fax', ...at]],
    ['unknown-fact', [...leak, ...at, '--fact', 'diameter=300']],
    ['bad-fact-value', [...leak, ...at, '--fact', 'dn=big']],
    ['unknown-milestone', [...leak, ...at, '--milestone', 'obstruct=2026-10-08T11:00']],
    ['malformed-option', [...leak, ...at, '--milestone', 'arrived']],
    ['malformed-time', [...leak, '--at', '2026-10-08 25:00']],
    ['malformed-time', [...leak, '--at', '2026-02-30T10:00']],
    ['malformed-time', [...leak, ...at, '--plan', 'promised=tomorrow']],
    ['milestone-before-start', [...leak, ...at, '--milestone', 'arrived=2026-10-08T09:00']],
    ['pause-ends-before-it-begins', [...leak, ...at, '--pause', '2026-10-09T10:00/2026-10-09T09:00']],
    ['unknown-pause', [...leak, ...at, '--pause', '2026-10-09T10:00/2026-10-09T11:00:failur']],
    ['calendar-year-unknown', [...leak, '--at', '2026-12-31T17:00', '--milestone', 'dispatched=2026-12-31T17:20']],
    [
      'pack-not-in-force',
      ['--pack', 'jinan', '--event', 'pipe-leak', '--channel', 'phone', '--at', '1990-01-01T10:00'],
    ],
    ['argument-too-long', [...leak, ...at, '--fact', `dn=${'9'.repeat(100_000)}`]],
    ['no-such-folder', [...leak, ...at, '--dir', join(scratch, 'nowhere')]],
  ])('refuse with %s', (code, args) => {
    const { status, json } = deadlines(...args);
    expect(json.error.code).toBe(code);
    expect(json.error.message.length).toBeGreaterThan(4);
    expect(json.error.message.length).toBeLessThan(1000);
    expect(status).toBe(2);
  });

  test('what the command line itself misses is refused the same way', () => {
    expect(deadlines('--pack', 'liaocheng')).toMatchObject({
      status: 2,
      json: { error: { code: 'missing-mandatory-option-value' } },
    });
    expect(deadlines(...leak, ...at, '--fcat', 'dn=1')).toMatchObject({
      status: 2,
      json: { error: { code: 'unknown-option' } },
    });
  });

  test('without --json a refusal stands on stderr', () => {
    const { status, stdout, stderr } = run(
      'deadlines',
      '--pack',
      'liaocheng',
      '--event',
      'x',
      '--channel',
      'phone',
      ...at,
    );
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(/^unknown-event: /);
  });
});

test('help is there for every command, and a wrong command is refused', () => {
  expect(run('--help').stdout).toMatch(/deadlines[\s\S]*events[\s\S]*packs/);
  expect(run('packs', 'check', '--help').stdout).toContain('--dir');
  expect(run('pakcs').status).toBe(2);
  expect(run('--help').status).toBe(0);
});

describe('a database that is not ready', () => {
  const against = (url: string, ...args: string[]) =>
    spawnSync(process.execPath, [CLI, ...args], { encoding: 'utf8', env: { ...process.env, DATABASE_URL: url } });

  test('is said so: without a database of that name, or without tables', async () => {
    const { url, admin } = await testDatabase();
    const named = (name: string) => Object.assign(new URL(url), { pathname: `/${name}` }).href;
    const missing = against(named('nobodys'), 'orders', 'list', '--json');
    expect(JSON.parse(missing.stdout)).toMatchObject({ error: { code: 'database-not-ready' } });
    expect(missing.stdout).toContain('nobodys');
    await admin('drop schema identity cascade');
    const { status, stderr } = against(url, 'verify');
    expect([status, stderr.split(':')[0]]).toEqual([2, 'database-not-ready']);
  });

  test('is another thing than one that does not answer', () => {
    const { stdout } = against('postgres://nobody@127.0.0.1:1/none', 'verify', '--json');
    expect(JSON.parse(stdout)).toMatchObject({ error: { code: 'database-not-reached' } });
  });
});

test('whoever has read enough is not shouted at', () => {
  const shell = `"${process.execPath}" "${CLI}" events --json | head -c 10`;
  expect(spawnSync('bash', ['-c', shell], { encoding: 'utf8' }).stderr).toBe('');
});

test('no table and no explanation shows the id of a form or an approval', () => {
  const now = ['--at', '2026-03-02T10:00', '--now', '2026-03-02T10:05'];
  const { stdout } = run('deadlines', ...leak, ...now);
  expect(stdout).toContain('填妥延期申请表/批准延期申请');
  expect(stdout).not.toMatch(/filled:|approved:|told:| due |before /);
  const { json } = deadlines(...leak, ...now);
  expect(json.filter((one: { why: string }) => /filled:|approved:|told:|\bdue\b/.test(one.why))).toEqual([]);
  expect(run('deadlines', ...leak, ...now, '--lang', 'en').stdout).toContain('extension request approved');
});
