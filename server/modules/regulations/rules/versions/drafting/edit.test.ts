import { describe, expect, it, vi } from 'vitest';
import { isMap, isScalar, isSeq, parse, parseDocument } from 'yaml';
import { readFolder, SHIPPED } from '../../../files.ts';
import { SECTIONS } from '../../loading/discover.ts';
import { loadPacks, textsOf, type WrittenFile } from '../../loading/load-pack.ts';
import type { Pack } from '../../pack.ts';
import { comparePacks } from '../comparing/compare.ts';
import { applyEdit, type Edit, textWith } from './edit.ts';
import { fieldsOf } from './fields.ts';

// all that ships is read and altered
vi.setConfig({ testTimeout: 60_000 });

const shipped = readFolder(SHIPPED) ?? [];
const { packs, written } = loadPacks(shipped);
const filesOf = (name: string): { pack: Pack; files: WrittenFile[] } => {
  const pack = packs.find((one) => one.pack === name) as Pack;
  return { pack, files: textsOf(written.get(pack) ?? [], shipped, shipped) };
};
const done = (name: string, edit: Edit) => {
  const { pack, files } = filesOf(name);
  const after = applyEdit(files, pack, edit);
  if (!after.ok) throw new Error(after.refusal.code);
  const loaded = loadPacks(after.value);
  const next = loaded.packs.find((one) => one.pack === name) as Pack;
  return { pack, files, after: after.value, next, errors: loaded.errors };
};
const valueAt = (text: string, path: (string | number)[]): unknown =>
  path.reduce<unknown>((at, step) => (at as Record<string, unknown>)?.[step], parse(text, { version: '1.2' }));

describe('a value edited where it is written', () => {
  it('changes its own text and no other byte', () => {
    const text = `# 首页\npack: dong   # 名称\nlimits:\n  - {id: soon, value: 30 min, words: [及时]} # 第三条\n  - id: at-once\n    value: "10 min"\n`;
    expect(textWith(text, ['limits', 0, 'value'], '20 min')).toEqual({
      ok: true,
      value: text.replace('30 min', '20 min'),
    });
    expect(textWith(text, ['limits', 1, 'value'], '5 min')).toEqual({
      ok: true,
      value: text.replace('10 min', '5 min'),
    });
    expect(textWith(text, ['limits', 0, 'words', 0], '#尽快')).toEqual({
      ok: true,
      value: text.replace('[及时]', '["#尽快"]'),
    });
  });
  it('is added beside the id, or taken out, in the way the entry is written', () => {
    const text = `limits:\n  - {id: soon, value: 30 min}\n  - id: at-once\n    value: 10 min\n    # 待定\n    words: [立即]\n`;
    const flow = textWith(text, ['limits', 0, 'confirmed'], 'true');
    expect(flow).toEqual({ ok: true, value: text.replace('{id: soon, value', '{id: soon, confirmed: true, value') });
    const block = textWith(text, ['limits', 1, 'confirmed'], 'true');
    expect(block).toEqual({
      ok: true,
      value: text.replace('    value: 10 min', '    confirmed: true\n    value: 10 min'),
    });
    for (const added of [flow, block])
      expect(added.ok && textWith(added.value, ['limits', added === flow ? 0 : 1, 'confirmed'], null)).toEqual({
        ok: true,
        value: text,
      });
    expect(textWith(text, ['limits', 0, 'value'], null)).toEqual({
      ok: true,
      value: text.replace(', value: 30 min', ''),
    });
  });
  it('keeps its quotes, and is quoted where it would read as something else', () => {
    for (const value of ['true', '22:00..08:30', '是#否', '1', '- a', "it's", '两\n行', '', '{a}', '~', '75 %'])
      for (const text of ['a: [b, "c"]\n', 'a:\n  - b\n  - "c"\n', "a: ['b']\n", 'a: [b]\n']) {
        const after = textWith(text, ['a', 0], value);
        expect(after.ok && valueAt(after.value, ['a', 0]), `${text} ${value}`).toBe(value);
      }
  });
  it('reads back as what was meant, wherever a shipped rulebook holds a value, and nothing else changes', () => {
    for (const { path: file, text } of shipped) {
      if (!/^(hucheng|wenshang|c15-fushun)\/.*\.yaml$/.test(file)) continue;
      const doc = parseDocument(text, { version: '1.2' });
      const places: (string | number)[][] = [];
      const walk = (node: unknown, at: (string | number)[]): void => {
        if (isMap(node))
          for (const pair of node.items) walk(pair.value, [...at, String(isScalar(pair.key) ? pair.key.value : '')]);
        else if (isSeq(node)) for (const [i, item] of node.items.entries()) walk(item, [...at, i]);
        else if (isScalar(node)) places.push(at);
      };
      walk(doc.contents, []);
      const step = Math.max(1, Math.floor(places.length / 4));
      for (const path of places.filter((_, i) => i % step === 0)) {
        const after = textWith(text, path, '改动：一, 二');
        expect(after.ok && valueAt(after.value, path), `${file} ${path.join('.')}`).toBe('改动：一, 二');
        const whole = parse(text, { version: '1.2' });
        const parent = path.slice(0, -1).reduce((one, key) => one[key], whole);
        parent[path.at(-1) as string] = '改动：一, 二';
        expect(after.ok && parse(after.value, { version: '1.2' })).toEqual(whole);
      }
    }
  });
  it('of an entry taken over is written into the draft’s own file, the others staying whole', () => {
    const limit = { section: 'clocks', entry: 'dispatch', path: ['within'], value: '3 min' } as const;
    const { pack, files, after, next, errors } = done('hucheng', { ...limit, path: [...limit.path] });
    expect(errors).toEqual([]);
    const differences = comparePacks(pack, next).map(({ section, entry, key }) => `${section}.${entry}.${key}`);
    expect(differences).toEqual(['clocks.dispatch.within']);
    expect(after.filter((one) => files.some(({ path }) => path === one.path))).toEqual(files);
    const again = applyEdit(after, next, { section: 'clocks', entry: 'assign', path: ['within'], value: '7 min' });
    const third = again.ok ? loadPacks(again.value) : undefined;
    expect(third?.errors).toEqual([]);
    const both = comparePacks(pack, third?.packs.find((one) => one.pack === 'hucheng') as Pack);
    expect(both.map(({ entry, key }) => `${entry}.${key}`)).toEqual(['dispatch.within', 'assign.within']);
  });
  it('is offered with its place: each field of each entry can be set, and reads back', () => {
    const { pack, files } = filesOf('wenshang');
    let count = 0;
    for (const section of SECTIONS)
      for (const { id } of (pack[section] as { id: string }[]).slice(0, 2))
        for (const { path, value, kind } of fieldsOf(files, pack, section, id).slice(0, 3)) {
          const other = kind === 'yes-no' ? String(value !== 'true') : `${value}x`;
          const after = applyEdit(files, pack, { section, entry: id, path, value: other });
          expect(after.ok, `${section}.${id}.${path.join('.')}`).toBe(true);
          count++;
        }
    expect(count).toBeGreaterThan(50);
  });
  it('is refused where there is no such place', () => {
    const { pack, files } = filesOf('wenshang');
    const code = (edit: Edit) => {
      const after = applyEdit(files, pack, edit);
      return after.ok ? 'done' : after.refusal.code;
    };
    expect(code({ section: 'limits', entry: 'nothing', path: ['value'], value: '1 h' })).toBe('edit-of-nothing');
    expect(code({ section: 'head', entry: 'clocks', value: '1' })).toBe('edit-of-nothing');
    expect(code({ section: 'organization', entry: pack.organization[0]?.id ?? '', path: ['a', 'b'], value: '1' })).toBe(
      'edit-of-nothing',
    );
    expect(code({ file: 'national/cn/2026.yaml', text: '' })).toBe('edit-of-nothing');
  });
});
