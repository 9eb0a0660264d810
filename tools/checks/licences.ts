/** Licences of what the server and the web ship with. Strong copyleft or none stated is refused. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Outcome, verdict } from '../step.ts';
import { ROOT } from '../tree.ts';

/** MPL-2.0 binds the file it stands in only; OFL is for fonts. */
const ALLOWED = new Set(
  'MIT MIT-0 ISC BSD-2-Clause BSD-3-Clause 0BSD Apache-2.0 BlueOak-1.0.0 CC0-1.0 Unlicense Python-2.0 PostgreSQL Zlib MPL-2.0 CC-BY-4.0 OFL-1.1'.split(
    ' ',
  ),
);

/** SPDX: one of several joined by OR is enough, all joined by AND are needed. */
export function allowedLicence(expression: string): boolean {
  const bare = expression.replace(/[()]/g, ' ').trim();
  if (/ OR /.test(bare)) return bare.split(/ OR /).some(allowedLicence);
  return bare.split(/ AND /).every((licence) => ALLOWED.has(licence.trim()));
}

/** Packages whose manifest says nothing and whose readme or licence file does. */
const WRITTEN: Record<string, string> = { 'node_modules/combine-errors': 'MIT', 'node_modules/png-js': 'MIT' };

interface Lock {
  packages: Record<string, { dev?: boolean; license?: string; link?: boolean }>;
}

function licenceOf(path: string, stated: string | undefined): string {
  const known = stated ?? WRITTEN[path];
  if (known) return known;
  const manifest = join(ROOT, path, 'package.json');
  if (!existsSync(manifest)) return 'none stated';
  const { license } = JSON.parse(readFileSync(manifest, 'utf8')) as { license?: string | { type?: string } };
  return (typeof license === 'string' ? license : license?.type) ?? 'none stated';
}

export async function licences(): Promise<Outcome> {
  const lock = JSON.parse(readFileSync(join(ROOT, 'package-lock.json'), 'utf8')) as Lock;
  const complaints: string[] = [];
  const tally = new Map<string, number>();
  for (const [path, entry] of Object.entries(lock.packages)) {
    if (path === '' || entry.dev || entry.link) continue;
    const licence = licenceOf(path, entry.license);
    tally.set(licence, (tally.get(licence) ?? 0) + 1);
    if (!allowedLicence(licence)) complaints.push(`${path}: ${licence}`);
  }
  const ranked = [...tally].sort(([, a], [, b]) => b - a).map(([licence, count]) => `${count} ${licence}`);
  if (process.argv.includes('--list')) console.log(ranked.join('\n'));
  return verdict(complaints, `${ranked.slice(0, 3).join(', ')} and ${Math.max(0, ranked.length - 3)} other licences`);
}

// node tools/checks/licences.ts --list
if (import.meta.main) console.log((await licences()).output);
