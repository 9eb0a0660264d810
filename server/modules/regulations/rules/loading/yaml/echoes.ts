/** One defect, one error: what only follows from another defect is left out until that one is mended. */
import type { Pack, PackError } from '../../pack.ts';
import { UNREADABLE } from './yaml-syntax.ts';

const folderOf = (file: string): string => (file.includes('/') ? file.slice(0, file.lastIndexOf('/')) : file);

/**
 * `loaded` are the defects of the files themselves, `compared` what comparing them with sources,
 * coverage and worked cases found. Where a file could not be read whole, nothing that needs the
 * whole of its pack, or of a pack that extends it, is said.
 */
export function withoutEchoes(all: PackError[], compared: PackError[], faults: Map<Pack, PackError[]>): PackError[] {
  const loaded = withoutRepeats(all);
  const broken = loaded.filter((e) => UNREADABLE.has(e.code));
  if (broken.length === 0)
    return [...loaded, ...compared.filter((e) => !hasNoLimitYet(e, loaded) && !isDateless(e, loaded))];
  const folders = new Set(broken.map((e) => folderOf(e.file)));
  for (const wrong of faults.values())
    if (wrong.some((e) => UNREADABLE.has(e.code))) for (const e of wrong) folders.add(folderOf(e.file));
  const isEcho = (e: PackError): boolean => folders.has(folderOf(e.file));
  return [
    ...broken,
    ...loaded.filter((e) => !UNREADABLE.has(e.code) && !isEcho(e)),
    ...compared.filter((e) => !isEcho(e) && !/^(coverage\.yaml$|examples\/)/.test(e.file)),
  ];
}

/** Of a pack whose day of effect could not be read nobody can say when it is in force. */
const isDateless = (e: PackError, loaded: PackError[]): boolean =>
  e.code === 'pack-not-in-force' && loaded.some(({ code }) => code === 'bad-date');

/** A limit that could not be read cannot be compared with the clause either. */
const hasNoLimitYet = (e: PackError, loaded: PackError[]): boolean =>
  e.code === 'limit-differs' &&
  e.found.endsWith(': —') &&
  loaded.some((other) => other.file === e.file && other.entry === e.entry);

/**
 * An entry that several packs take over is judged in each of them. What a pack cannot drop because
 * the pack it extends was not found, it need not be told.
 */
function withoutRepeats(errors: PackError[]): PackError[] {
  const seen = new Set<string>();
  const orphans = new Set(errors.filter((e) => /^(unknown-pack|extends-circle)$/.test(e.code)).map((e) => e.file));
  return errors.filter((e) => {
    const found = e.code === 'extends-circle' ? '' : e.found;
    const key = [e.code, e.file, e.line, e.column, e.entry, found].join('\u0000');
    if (seen.has(key) || (e.code === 'drop-unknown' && (orphans.has(e.file) || circles(errors)))) return false;
    seen.add(key);
    return true;
  });
}

const circles = (errors: PackError[]): boolean => errors.some((e) => e.code === 'extends-circle');
