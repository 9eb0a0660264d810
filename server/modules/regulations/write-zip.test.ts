import { describe, expect, it } from 'vitest';
import { readFolder, SHIPPED } from './files.ts';
import { readZip } from './read-zip.ts';
import { loadPacks, textsOf } from './rules/loading/load-pack.ts';
import { writeZip } from './write-zip.ts';

const AT = new Date('2026-01-01T00:00:00Z');

describe('a rulebook exported and loaded again', () => {
  it('has the same content hash, whichever that ships, and without those that ship', async () => {
    const shipped = readFolder(SHIPPED) ?? [];
    const { packs, written } = loadPacks(shipped);
    for (const pack of packs) {
      const files = await readZip(await writeZip(textsOf(written.get(pack) ?? [], shipped, []), AT));
      expect(files.ok).toBe(true);
      const again = loadPacks(files.ok ? files.value : []);
      const same = again.packs.find((one) => one.pack === pack.pack && one.version === pack.version);
      expect([same?.hash, again.errors], pack.pack).toEqual([pack.hash, []]);
    }
  });
  it('is the very same bytes each time', async () => {
    const files = [
      { path: 'dong/pack.yaml', text: 'pack: dong\r\n# 说明\r\n' },
      { path: 'dong/clocks.yaml', text: 'clocks: []\n' },
    ];
    const [one, two] = [await writeZip(files, AT), await writeZip(files, AT)];
    expect(one.equals(two)).toBe(true);
    expect(await readZip(one)).toEqual({ ok: true, value: files });
  });
});
