import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test, vi } from 'vitest';

// Each step starts a process; a loaded machine takes seconds for it.
vi.setConfig({ testTimeout: 60_000 });

const CLI = join(import.meta.dirname, '../cli.ts');
const scratch = mkdtempSync(join(tmpdir(), 'suggest-'));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

const run = (...args: string[]) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [CLI, 'suggest', ...args], { encoding: 'utf8' });
  return { status, stdout, stderr };
};
const HEAD = 'id\ttime\tsubject\tbody';
const file = (name: string, text: string): string => {
  const path = join(scratch, name);
  writeFileSync(path, text);
  return path;
};
const letters = file(
  'letters.tsv',
  [
    HEAD,
    '1\t2019/1/1 8:00:00\tA3区翠湖苑小区停水三天\t整个小区没有水，老人小孩怎么办。',
    '2\t2019/1/2 8:00:00\t投诉物业恶意停水\t物业因为物业费断了我家的水。',
    '3\t2019/1/3 8:00:00\t河道污染\t养猪场排污到小溪，河水发臭。',
    '4\t2019/1/4 8:00:00\t井盖坏了\t路边自来水井盖裂开了。',
  ].join('\n'),
);

describe('suggest', () => {
  test('answers each message in the columns of the file, with reasons', () => {
    const { status, stdout } = run(letters, '--json');
    expect(status).toBe(0);
    const said = JSON.parse(stdout);
    expect(said).toMatchObject([
      { id: '1', relevant: true, urgent: true, place: '翠湖苑小区', outsideDuty: false },
      { id: '2', relevant: true, urgent: false, outsideDuty: true, second: 'no-water' },
      { id: '3', relevant: false },
      { id: '4', relevant: true, place: '' },
    ]);
    expect(said[0].events[0]).toMatchObject({ event: 'no-water', name: '停水、无水' });
    expect(said[0].events[0].reasons[0]).toMatchObject({ word: '停水', where: 'subject' });
    expect(said[1].events[0].event).toBe('property-management');
    expect(said[3].events[0]).toMatchObject({ event: 'facility-damage', refined: 'facility-damage.manhole-cover' });
  });

  test('shows a table to people, in either language', () => {
    expect(run(letters).stdout).toMatch(/1 +是 +停水、无水 .*翠湖苑小区 +标题“停水”/);
    expect(run(letters, '--lang', 'en').stdout).toContain('“停水” in the subject: the water is off');
  });

  test('takes the events and words of a rulebook', () => {
    const own = file('own.tsv', [HEAD, '1\t2019/1/1 8:00:00\t申请表数复核\t'].join('\n'));
    const said = JSON.parse(run(own, '--json', '--pack', 'liaocheng').stdout);
    expect(said[0].events[0]).toMatchObject({ event: 'meter-fault', refined: 'meter-fault.index' });
    expect(run(own, '--pack', 'nowhere', '--json')).toMatchObject({ status: 2 });
  });

  test('tells a defective row on stderr with its line and answers the others', () => {
    const broken = file('broken.tsv', [HEAD, '1\t停水', '2\t2019/1/1 8:00:00\t停水\t没水'].join('\n'));
    const { status, stdout, stderr } = run(broken, '--json');
    expect(status).toBe(1);
    expect(JSON.parse(stdout)).toMatchObject([{ id: '2' }]);
    expect(stderr).toMatch(/^2: row-column-count: /);
  });

  test('refuses what is no message file, and says what was missing', () => {
    expect(JSON.parse(run(file('no.tsv', 'a\tb\n1\t2'), '--json').stdout).error.code).toBe('columns-missing');
    expect(run(join(scratch, 'absent.tsv'), '--json')).toMatchObject({ status: 2 });
    expect(JSON.parse(run(scratch, '--json').stdout).error.code).toBe('file-not-readable');
  });

  test('measures against labels, beside the trivial answers, and refuses too few of them', () => {
    const head = `${HEAD}\trelevant\tevent\tsecond\turgent\tplace\toutside_duty`;
    const rows = Array.from({ length: 24 }, (_, i) =>
      i % 4 === 0
        ? `${i}\t2019/1/1 8:00:00\t河道污染\t排污到小溪，河水发臭\tno\t\t\t\t\t`
        : `${i}\t2019/1/1 8:00:00\t翠湖苑停水\t没水\tyes\tno-water\t\tno\t翠湖苑\tno`,
    );
    const report = JSON.parse(run(file('labelled.tsv', [head, ...rows].join('\n')), '--measure', '--json').stdout);
    expect(report).toMatchObject({ messages: 24, relevant: 18 });
    expect(report.standing.top1).toEqual({ hits: 18, of: 18 });
    expect(report.trivial.relevant).toMatchObject({ fp: report.repetitions * 6 });
    expect(JSON.parse(run(letters, '--measure', '--json').stdout).error.code).toBe('too-few-labels');
  });
});
