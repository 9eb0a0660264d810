/** A draft read as every rulebook is: what is wrong is told with file, line and what would be right. */
import { createHash } from 'node:crypto';
import { ok, type Result } from '../../../values/result.ts';
import { readFolder, SHIPPED } from '../files.ts';
import { checkFolder } from '../rules/loading/check-folder.ts';
import { loadPacks, type WrittenFile } from '../rules/loading/load-pack.ts';
import { filesNeeded } from '../rules/loading/needed-files.ts';
import type { SourceFile } from '../rules/loading/yaml/yaml-nodes.ts';
import type { Pack } from '../rules/pack.ts';
import { defectsOf, isRulebook } from './enact.ts';

/** Read once: what is shipped changes with the platform. */
let shipped: SourceFile[] | undefined;

/** By what is in them: an editor asks for the same texts again and again. */
const known = new Map<string, Pack>();
const KEPT = 16;

/** @param name of the rulebook, among those its files hold */
export function loadDraft(files: readonly WrittenFile[], name: string, lang: 'zh' | 'en'): Result<Pack> {
  const own = files.filter(isRulebook).map(({ path, text }) => ({ path, text }));
  const key = createHash('sha256')
    .update(JSON.stringify([name, own]))
    .digest('hex');
  const found = known.get(key);
  if (found) return ok(found);
  shipped ??= readFolder(SHIPPED) ?? [];
  // what it extends is with it, as it was; those shipped stand in for what is not
  const there = new Set(own.map(({ path }) => path));
  const others = filesNeeded(own, shipped, name, 0).shipped.filter(({ path }) => !there.has(path));
  const { packs, errors } = checkFolder(own, others, undefined, loadPacks);
  const pack = packs.find((one) => one.pack === name);
  if (!pack || errors.length > 0) return defectsOf(errors, name, packs, lang);
  const oldest = known.keys().next().value;
  if (known.size >= KEPT && oldest !== undefined) known.delete(oldest);
  known.set(key, pack);
  return ok(pack);
}
