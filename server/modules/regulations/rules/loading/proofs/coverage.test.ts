import { createHash } from 'node:crypto';
import { describe, expect, test, vi } from 'vitest';
import { readFolder, SHIPPED } from '../../../files.ts';
import { sha256 } from '../canonical.ts';
import { checkFolder } from '../check-folder.ts';
import { loadPacks } from '../load-pack.ts';
import { acceptable, checkCoverage } from './coverage.ts';

vi.setConfig({ testTimeout: 60_000 });

const shipped = readFolder(SHIPPED) ?? [];
/** The shipped folder with one text changed; the change must really change something. */
const changed = (path: string, from: string | RegExp, to: string) => {
  let hit = false;
  const files = shipped.map((f) => {
    if (f.path !== path) return f;
    const text = f.text.replace(from, to);
    hit = text !== f.text;
    return { ...f, text };
  });
  expect(hit).toBe(true);
  return files;
};

describe('the shipped folder', () => {
  const report = checkFolder(shipped);
  test('has no defect', () => {
    expect(report.errors.map((e) => `${e.file}:${e.line} ${e.code} ${e.found}`)).toEqual([]);
  });
  test('carries clauses, quotes and worked cases', () => {
    expect(report.counts.clauses).toBeGreaterThan(100);
    expect(report.counts.compared).toBeGreaterThan(50);
    expect(report.counts.examples).toBeGreaterThan(50);
  });
});

describe('coverage', () => {
  test('fails when an entry no longer names its clause', () => {
    const files = changed('liaocheng/clocks.yaml', 'clauses: [L-034, L-038]', 'clauses: [L-034]');
    const errors = checkCoverage(files, loadPacks(files).packs).errors;
    expect(errors.map((e) => [e.code, e.found])).toEqual([['clause-missing', 'liaocheng: no entry with L-038']]);
  });
  test('fails when a limit differs from the clause', () => {
    const files = changed('liaocheng/clocks.yaml', /(clauses: \[L-034, L-038\]\s+within: )12 h/, '$113 h');
    const errors = checkCoverage(files, loadPacks(files).packs).errors;
    expect(errors.map((e) => [e.code, e.article, e.found])).toContainEqual([
      'limit-differs',
      '第十五条（二）4',
      'L-038: 13 h',
    ]);
  });
  test('accepts the difference where the case says why', () => {
    const files = changed(
      'liaocheng/clocks.yaml',
      /(clauses: \[L-034, L-038\]\s+within: )12 h/,
      '$113 h\n        reading: 经用户确认',
    );
    expect(checkCoverage(files, loadPacks(files).packs).errors).toEqual([]);
  });
  test('fails when a lead or a pipe diameter differs', () => {
    const lead = changed('jinan/notices.yaml', 'lead: 24 h', 'lead: 12 h');
    expect(checkCoverage(lead, loadPacks(lead).packs).errors.map((e) => e.code)).toContain('lead-differs');
    const dn = changed('liaocheng/clocks.yaml', /dn: "<= 500"([\s\S]*)dn: "> 500"/, 'dn: "<= 400"$1dn: "> 400"');
    expect(checkCoverage(dn, loadPacks(dn).packs).errors.map((e) => e.code)).toContain('condition-differs');
  });
  test('fails when a worked case no longer comes out', () => {
    const files = changed('jinan/clocks.yaml', /(id: assign\b[\s\S]*?within: )10 min/, '$111 min');
    expect(checkFolder(files).errors.map((e) => e.code)).toEqual(
      expect.arrayContaining(['example-differs', 'limit-differs']),
    );
  });
  test('fails when a quote is not word for word', () => {
    const files = changed('jinan/clocks.yaml', '全程不超過5分鐘', '全程不超过5分钟');
    expect(checkFolder(files).errors.map((e) => e.code)).toContain('quote-not-in-clause');
  });
});

describe('values of the list of clauses', () => {
  test.each([
    ['PT24H', '', ['1 d', '24 h', '1440 min']],
    ['PT1H', 'working_hours', ['1 wh']],
    ['P7D', 'working_days', ['7 wd']],
    ['P3D', 'unspecified', ['3 cd']],
    ['PT0S', 'unspecified', ['0 min', 'named']],
    ['P1M', 'calendar', ['1 mo']],
  ])('%s %s', (duration, calendar, limits) => {
    expect(acceptable(new Map(calendar ? [['calendar', calendar]] : []), duration)).toEqual(limits);
  });
});

test('sha256 agrees with the platform', () => {
  for (let length = 0; length < 200; length++) {
    const bytes = new Uint8Array(length).map((_, i) => i * 31 + length);
    expect(sha256(bytes)).toBe(createHash('sha256').update(bytes).digest('hex'));
  }
});
