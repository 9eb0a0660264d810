/** Nothing of one machine, one registry or one person's secrets is committed. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Outcome, verdict } from '../step.ts';
import { files, ROOT } from '../tree.ts';

const TEXT =
  /\.(ts|tsx|mts|mjs|cjs|js|json|jsonc|md|sql|ya?ml|css|html|svg|txt|tsv|csv|sh|webmanifest)$|(^|\/)(run|LICENSE|\.npmrc|\.gitignore|Dockerfile)$/;

/** Written in pieces, so that this file does not find itself. */
const PATTERNS: [string, RegExp][] = [
  [
    'a path of one machine',
    new RegExp(`(^|[\\s"'\`(=:])/(${['wo' + 'rk', 'ro' + 'ot', 'ho' + 'me', 'Us' + 'ers'].join('|')})/[a-zA-Z.]`),
  ],
  ['a temporary path', new RegExp(`/tmp/${'ba' + 'sh'}_jobs|/var/${'fol' + 'ders'}/`)],
  ['a private key', new RegExp(`-----BEGIN [A-Z ]*PRIV${'ATE'} KEY-----`)],
  [
    'an access key',
    new RegExp(
      `\\b(AK${'IA'}[0-9A-Z]{16}|gh${'p'}_[A-Za-z0-9]{30,}|github_${'pat'}_[A-Za-z0-9_]{20,}|sk-[A-Za-z0-9]{32,}|xox${'b'}-[0-9A-Za-z-]{20,})`,
    ),
  ],
  [
    'a password in an address',
    /\b[a-z][a-z0-9+]*:\/\/[^\s/:@'"`$<>{}]+:(?!(postgres|password|secret|test)@)[^\s/:@'"`$<>{}]{3,}@[a-z0-9]/i,
  ],
  ['a token of a registry', new RegExp(`_auth${'Token'}|_pass${'word'}=`)],
];

/** What one line of one file gives away. */
export function leaked(text: string): string | undefined {
  return PATTERNS.find(([, pattern]) => pattern.test(text))?.[0];
}

interface Lock {
  packages: Record<
    string,
    { resolved?: string; integrity?: string; link?: boolean; optional?: boolean; cpu?: string[] }
  >;
}

export function lockComplaints(lock: Lock): string[] {
  const complaints: string[] = [];
  for (const [path, entry] of Object.entries(lock.packages)) {
    if (entry.resolved && !entry.link) complaints.push(`package-lock.json: ${path} has a "resolved" address`);
    // a binary for another machine than the one the lock was written on may be named without its checksum
    const elsewhere = entry.optional && entry.cpu;
    if (path !== '' && !entry.link && !entry.integrity && !elsewhere)
      complaints.push(`package-lock.json: ${path} has no integrity`);
  }
  return complaints;
}

export async function leaks(): Promise<Outcome> {
  const held = files().filter((file) => TEXT.test(file));
  const complaints: string[] = [];
  for (const file of held.filter((path) => path !== 'package-lock.json')) {
    readFileSync(join(ROOT, file), 'utf8')
      .split('\n')
      .forEach((text, at) => {
        const what = leaked(text);
        if (what) complaints.push(`${file}:${at + 1}: ${what}: ${text.trim().slice(0, 120)}`);
      });
  }
  complaints.push(...lockComplaints(JSON.parse(readFileSync(join(ROOT, 'package-lock.json'), 'utf8')) as Lock));
  return verdict(complaints, `${held.length} files`);
}
