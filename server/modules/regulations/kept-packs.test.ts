import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readFolder, SHIPPED } from './files.ts';
import { keeping } from './kept-packs.ts';
import { loadPacks } from './rules/loading/load-pack.ts';

const text = `pack: town
version: "1"
effective: "2026-01-01"
clocks:
- {id: finish, article: 第一条, quote: 二十四小时, clauses: [], from: created, until: finished, within: 24 h}
`;
const town = (body = text) => [{ path: 'town/pack.yaml', text: body }];

describe('rulebooks are read once for each content', () => {
  let folder: string;
  let reads: number;
  const load: typeof loadPacks = (...given) => {
    reads += 1;
    return loadPacks(...given);
  };
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'gongshui-kept-'));
    reads = 0;
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));
  const within = () => keeping(folder, load)(town()).packs[0]?.clocks[0]?.cases[0]?.value.within?.breach.text;

  test('what was kept is what is read, and all of the shipped ones are there within 300 ms', () => {
    const files = readFolder(SHIPPED) ?? [];
    const read = keeping(folder, load)(files);
    const times = [1, 2, 3].map(() => {
      const started = performance.now();
      const kept = keeping(folder, load)(readFolder(SHIPPED) ?? []);
      expect(kept.packs.length).toBe(read.packs.length);
      return performance.now() - started;
    });
    const kept = keeping(folder, load)(files);
    expect(reads).toBe(1);
    expect(kept).toEqual(read);
    expect(kept.packs.map(({ hash }) => hash)).toEqual(read.packs.map(({ hash }) => hash));
    expect(Math.min(...times)).toBeLessThan(300);
  });

  test('what is wrong in a rulebook is kept with it', () => {
    const wrong = town(text.replace('24 h', '24'));
    const [read, kept] = [keeping(folder, load)(wrong), keeping(folder, load)(wrong)];
    expect(reads).toBe(1);
    expect(kept.errors.map(({ code }) => code)).toEqual(['limit-without-unit']);
    expect([...kept.faults.keys()]).toEqual([kept.packs[0]]);
    expect([...kept.faults.values()]).toEqual([...read.faults.values()]);
  });

  test('a changed byte is seen, and so is a changed rulebook it rests on', () => {
    expect(within()).toBe('24 h');
    expect(
      keeping(folder, load)(town(text.replace('24 h', '23 h'))).packs[0]?.clocks[0]?.cases[0]?.value.within,
    ).toEqual(expect.objectContaining({ breach: expect.objectContaining({ text: '23 h' }) }));
    const resting = [
      { path: 'own/pack.yaml', text: 'pack: own\nversion: "1"\neffective: "2026-01-01"\nextends: [town]\n' },
    ];
    const limit = (base: string) =>
      keeping(folder, load)(resting, town(base)).packs[0]?.clocks[0]?.cases[0]?.value.within?.breach.text;
    expect(limit(text)).toBe('24 h');
    expect(limit(text.replace('24 h', '22 h'))).toBe('22 h');
    expect(reads).toBe(4);
  });

  test.each([
    ['cut off', (kept: string) => kept.slice(0, kept.length / 2)],
    ['changed in one character', (kept: string) => kept.replace('24 h', '25 h')],
    ['empty', () => ''],
    ['something else', () => 'x\n{}'],
  ])('what was kept and is %s is read anew, and kept again', (_, damage) => {
    within();
    const name = join(folder, readdirSync(folder)[0] ?? '');
    const kept = readFileSync(name, 'utf8');
    writeFileSync(name, damage(kept));
    expect(within()).toBe('24 h');
    expect(reads).toBe(2);
    expect(readFileSync(name, 'utf8')).toBe(kept);
  });

  test('where nothing can be kept it is read each time', () => {
    rmSync(folder, { recursive: true });
    writeFileSync(folder, 'a file, no folder');
    expect([within(), within(), reads]).toEqual(['24 h', '24 h', 2]);
  });

  test('no more than forty are kept', () => {
    for (let hours = 1; hours <= 43; hours += 1) keeping(folder, load)(town(text.replace('24 h', `${hours} h`)));
    expect(readdirSync(folder).length).toBe(40);
  });
});
