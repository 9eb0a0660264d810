/** Rulebooks that come with the platform. */
import { readFolder, SHIPPED } from '../files.ts';
import { packsOf } from '../kept-packs.ts';
import { type Loaded, textsOf, type WrittenFile } from '../rules/loading/load-pack.ts';
import type { SourceFile } from '../rules/loading/yaml/yaml-nodes.ts';
import type { Pack } from '../rules/pack.ts';
import { isRulebook } from './enact.ts';

/** Read once: what is shipped changes with the platform. */
let read: { files: SourceFile[]; packs: Pack[]; written: Loaded['written'] } | undefined;
function shippedOnes() {
  if (!read) {
    const files = readFolder(SHIPPED) ?? [];
    const { packs, faults, written } = packsOf(files);
    read = { files: files.filter(isRulebook), packs: packs.filter((pack) => !faults.has(pack)), written };
  }
  return read;
}

export const filesShipped = (): SourceFile[] => shippedOnes().files;

/** Those that have nothing wrong in them. */
export const packsShipped = (): Pack[] => shippedOnes().packs;

/** The YAML one of them is written in, with that of those it extends. */
export function textsShipped(hash: string): WrittenFile[] | undefined {
  const { packs, files, written } = shippedOnes();
  const pack = packs.find((one) => one.hash === hash);
  return pack && textsOf(written.get(pack) ?? [], files, files);
}
