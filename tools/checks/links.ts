/** Links between pages lead somewhere: to a file that exists, and to a heading it has. */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { type Outcome, verdict } from '../step.ts';
import { files, ROOT } from '../tree.ts';

/** As code hosts make them: lower case, punctuation dropped, spaces to hyphens. */
export function anchor(heading: string): string {
  return heading
    .trim()
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .replace(/\s/g, '-');
}

export const links = (text: string): string[] =>
  [...text.replace(/```[\s\S]*?```/g, '').matchAll(/\]\(([^()\s]+)\)/g)].map((match) => match[1] as string);

const anchorsOf = (text: string): string[] =>
  [...text.matchAll(/^#{1,6} (.+)$/gm)].map((match) => anchor(match[1] as string));

export async function checkLinks(): Promise<Outcome> {
  const pages = files().filter((file) => file.endsWith('.md'));
  const complaints: string[] = [];
  let count = 0;
  for (const page of pages) {
    const text = readFileSync(join(ROOT, page), 'utf8');
    for (const link of links(text).filter((target) => !/^[a-z]+:/.test(target))) {
      count += 1;
      const [path = '', heading] = link.split('#');
      const target = path === '' ? join(ROOT, page) : resolve(ROOT, dirname(page), decodeURIComponent(path));
      const shown = relative(ROOT, target).split(sep).join('/');
      if (!existsSync(target)) complaints.push(`${page}: ${shown} does not exist`);
      else if (heading && target.endsWith('.md') && !anchorsOf(readFileSync(target, 'utf8')).includes(heading)) {
        complaints.push(`${page}: ${shown} has no heading #${heading}`);
      }
    }
  }
  return verdict(complaints, `${count} links on ${pages.length} pages`);
}
