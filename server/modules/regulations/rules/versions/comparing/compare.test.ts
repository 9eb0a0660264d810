import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { readFolder, SHIPPED } from '../../../files.ts';
import { SECTIONS } from '../../loading/discover.ts';
import { loadPacks } from '../../loading/load-pack.ts';
import { alterationsOf } from '../../loading/proofs/alter.ts';
import type { Pack } from '../../pack.ts';
import { comparePacks } from './compare.ts';
import { differencesOf, excerpt } from './sentences.ts';

// all that ships is read and altered
vi.setConfig({ testTimeout: 60_000 });

const { packs } = loadPacks(readFolder(SHIPPED) ?? []);

const HEAD = `
pack: dong
version: "1"
effective: "2020-01-01"
organization:
  - {id: crew, kind: unit, name: 抢修队, article: 一, quote: 抢修队}
  - {id: desk, kind: unit, name: 热线, article: 一, quote: 热线}
`;
const bookOf = (text: string): Pack => {
  const { packs: found, errors } = loadPacks([{ path: 'dong/pack.yaml', text: `${HEAD}${text}` }]);
  expect(errors).toEqual([]);
  return found[0] as Pack;
};
const said = (before: string, after: string, lang: 'zh' | 'en' = 'zh') =>
  differencesOf(bookOf(before), bookOf(after)).map(({ text }) => text[lang]);

const CLOCK = `
clocks:
  - id: finish
    article: 二
    quote: 办结
    from: received
    until: finished
    cases:
      - {when: {event: facility-damage.manhole-cover}, article: 二（一）, within: 48 h}
      - {article: 二（二）, within: 72 h}
`;

describe('two rulebooks compared', () => {
  it('say nothing of what is the same', () => {
    for (const pack of packs) expect(comparePacks(pack, pack)).toEqual([]);
  });
  it('say nothing of where it stands in a file', () => {
    expect(said(CLOCK, `# another line\n${CLOCK}`)).toEqual([]);
  });
  it('tell a limit before and after with the condition of its case', () => {
    const shorter = CLOCK.replace('48 h', '12 h');
    expect(said(CLOCK, shorter)).toEqual(['井盖丢失、损坏 · 办理：48 小时 → 12 小时']);
    expect(said(CLOCK, shorter, 'en')).toEqual(['Manhole cover · finish: 48 hours → 12 hours']);
    expect(differencesOf(bookOf(CLOCK), bookOf(shorter))[0]).toMatchObject({
      entry: 'finish',
      article: '二（一）',
      key: 'within',
    });
  });
  it('tell once what changes in all cases alike', () => {
    const quiet = CLOCK.replace('    until: finished', '    until: finished\n    quiet: "22:00..08:30"');
    expect(said(CLOCK, quiet)).toEqual(['办理 · 静默时段：无 → 22:00–08:30']);
  });
  it('tell cases that come and go, and the rest', () => {
    const more = CLOCK.replace(
      '      - {article: 二（二）',
      '      - {when: {event: pipe-leak}, article: 二（三）, within: 24 h}\n      - {article: 二（二）',
    );
    expect(said(CLOCK, more)).toEqual(['新增情形 · 管道漏水、爆管 · 办理：24 小时']);
    expect(said(more, CLOCK)).toEqual(['取消情形 · 管道漏水、爆管 · 办理：24 小时']);
    expect(
      said(
        CLOCK,
        CLOCK.replace('72 h', '3 wd').concat(
          'hours: [{id: office, days: mon-fri, open: ["08:00-12:00"], article: 三, quote: 上班}]',
        ),
      ),
    ).toEqual([expect.stringMatching(/^新增工作时间/), '其余 · 办理：72 小时 → 3 个工作日']);
  });
  it('tell of routes in which order they are gone through', () => {
    const route = (id: string, to: string, event: string) =>
      `  - {id: ${id}, article: 四, quote: 派, when: {event: ${event}}, to: ${to}}\n`;
    const [a, b] = [route('one', 'crew', 'pipe-leak'), route('two', 'desk', 'no-water')];
    expect(said(`routing:\n${a}${b}`, `routing:\n${b}${a}`)).toEqual(['派单次序：派抢修队、派热线 → 派热线、派抢修队']);
  });
  it('show of long texts only where they differ', () => {
    const long = '供'.repeat(200);
    const [from, to] = excerpt(`${long}三日${long}`, `${long}二日${long}`);
    expect(from).toBe(`…${'供'.repeat(12)}三日${'供'.repeat(11)}…`);
    expect(to).toBe(`…${'供'.repeat(12)}二日${'供'.repeat(11)}…`);
  });
  it('miss no alteration of any shipped rulebook: of every third, and of each section', () => {
    for (const pack of packs) {
      const before = JSON.stringify(pack);
      const seen = new Set<string>();
      for (const [n, { section, id, what, pack: altered }] of alterationsOf(pack).entries()) {
        if (n % 3 > 0 && seen.has(section)) continue;
        seen.add(section);
        const after = altered();
        // an empty list that loses its first
        if (JSON.stringify(after) === before) continue;
        const names = comparePacks(pack, after).map((change) => `${change.section}.${change.entry}`);
        // a word for a limit is altered where it is used
        if (section === 'limits') expect(names).not.toEqual([]);
        else expect(names, `${pack.pack} ${section}.${id} ${what}`).toContain(`${section}.${id}`);
      }
    }
  }, 30_000);
  it('miss no single value altered anywhere in an entry', () => {
    const places = packs.flatMap((pack) =>
      SECTIONS.flatMap((section) => (pack[section] as { id: string }[]).map((_, index) => ({ pack, section, index }))),
    );
    fc.assert(
      fc.property(fc.constantFrom(...places), fc.nat(), ({ pack, section, index }, which) => {
        const entry = structuredClone(pack[section][index]) as unknown as Record<string, unknown>;
        const scalars = scalarsIn(entry);
        const place = scalars[which % scalars.length];
        if (!place) return;
        place.put();
        const list = (pack[section] as unknown[]).map((one, i) => (i === index ? entry : one));
        const changes = comparePacks(pack, { ...pack, [section]: list });
        const id = (pack[section][index] as { id: string }).id;
        expect(changes.some((c) => c.section === section && (c.entry === id || c.entry === entry.id))).toBe(true);
        for (const { text } of differencesOf(pack, { ...pack, [section]: list })) expect(text.zh).not.toBe('');
      }),
      { numRuns: 500, seed: 6 },
    );
  });
});

function scalarsIn(value: unknown): { put: () => void }[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => {
    if (key === 'source') return [];
    if (typeof inner === 'object') return scalarsIn(inner);
    const other = typeof inner === 'number' ? inner + 1 : typeof inner === 'boolean' ? !inner : `${String(inner)}x`;
    return [{ put: () => Object.assign(value, { [key]: other }) }];
  });
}
