/** The newest version of a pack named with `--pack`, from the shipped folder or that of `--dir`. */
import { messages, nearest, type Pack, packsOf, readFolder, SHIPPED } from '../../modules/regulations/index.ts';
import { type Failure, filled, type Language } from './output.ts';

export function packNamed(
  name: string,
  dir: string | undefined,
  lang: Language,
): { pack: Pack } | { failure: Failure } {
  const files = readFolder(dir ?? SHIPPED);
  if (!files) {
    const message = `没有这个文件夹 · no such folder: ${(dir ?? SHIPPED).slice(0, 200)}`;
    return { failure: { code: 'no-such-folder', message } };
  }
  const { packs } = packsOf(files, dir === undefined ? [] : (readFolder(SHIPPED) ?? []));
  const pack = packs.filter((one) => one.pack === name).at(-1);
  if (pack) return { pack };
  const params = { found: name.slice(0, 80), nearest: nearest(name, new Set(packs.map((one) => one.pack))) ?? null };
  const message = filled(messages['unknown-pack']?.[lang] ?? 'unknown-pack', params);
  return { failure: { code: 'unknown-pack', message, ...params } };
}
