/** Names are the business's; every module has its rooms; nothing is left promised in a comment. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Outcome, verdict } from '../step.ts';
import { files, isCode, ROOT } from '../tree.ts';

const EMPTY_WORDS = /^(utils?|helpers?|common|managers?|services?|base|misc|lib)$/;
const KEBAB = /^[a-z0-9]+(-[a-z0-9]+)*$/;
/** A catalogue is named by its language. */
const LOCALE = /^[a-z]{2}-[A-Z]{2}$/;
/** Written in pieces, so that this line is not found by itself. */
const UNFINISHED = new RegExp(`\\b(${['TO', 'DO'].join('')}|${['FIX', 'ME'].join('')}|HA${'CK'}|X${'XX'})\\b`);

/** What is wrong with the name of one file, if anything. */
export function misnamed(file: string): string | undefined {
  for (const part of file.split('/')) {
    const stem = part.replace(/^[.]/, '').split('.')[0] ?? '';
    const last = stem.split('-').at(-1) ?? stem;
    if (EMPTY_WORDS.test(stem) || (EMPTY_WORDS.test(last) && !/^(base|common)$/.test(last))) {
      return `${file}: "${stem}" says nothing of the business`;
    }
  }
  const stem = file.split('/').at(-1)?.replace(/^\./, '').split('.')[0] ?? '';
  // a file of the web that holds one component bears the component's name
  const component = /^web\/.*\.tsx$/.test(file) && /^[A-Z][A-Za-z0-9]*$/.test(stem);
  if (isCode(file) && !component && !LOCALE.test(stem) && !KEBAB.test(stem))
    return `${file}: file names are kebab-case`;
  return undefined;
}

/** Modules on disk against server/modules/order.json, and the rooms each must have. */
export function rooms(listed: string[], present: string[], has: (path: string) => boolean): string[] {
  const complaints: string[] = [];
  for (const module of present) {
    if (!listed.includes(module)) complaints.push(`server/modules/${module} does not stand in order.json`);
    for (const room of ['README.md', 'index.ts']) {
      if (!has(`server/modules/${module}/${room}`)) complaints.push(`server/modules/${module} has no ${room}`);
    }
  }
  for (const module of listed) {
    if (!present.includes(module)) complaints.push(`order.json lists ${module}, which has no folder`);
  }
  return complaints;
}

export async function names(): Promise<Outcome> {
  const all = files();
  const complaints = all.map(misnamed).filter((complaint) => complaint !== undefined);
  for (const file of all.filter(isCode)) {
    readFileSync(join(ROOT, file), 'utf8')
      .split('\n')
      .forEach((text, at) => {
        if (UNFINISHED.test(text)) complaints.push(`${file}:${at + 1}: finish it or write an issue: ${text.trim()}`);
      });
  }
  const order = JSON.parse(readFileSync(join(ROOT, 'server/modules/order.json'), 'utf8')) as { module: string }[];
  const present = new Set<string>();
  for (const file of all) {
    const module = /^server\/modules\/([^/]+)\//.exec(file)?.[1];
    if (module) present.add(module);
  }
  const listed = order.map((entry) => entry.module);
  complaints.push(...rooms(listed, [...present], (path) => existsSync(join(ROOT, path))));
  return verdict(complaints, `${all.length} files, ${listed.length} modules`);
}
