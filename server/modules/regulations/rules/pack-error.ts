/**
 * Defects of a pack as values. Nothing in the loader throws for what an author wrote:
 * every defect is collected with its place, what was found and what would be right.
 */
import type { PackError } from './pack.ts';

/** Where something stands: file relative to the regulations folder, line and column from 1. */
export interface Spot {
  file: string;
  line: number;
  column: number;
}

/** What is wrong, before the place is known. `expected` shows the right spelling or the allowed names. */
export interface Problem {
  code: string;
  found: string;
  expected: string;
  /** Full sentences. */
  zh: string;
  en: string;
}

export type Parsed<T> = { ok: true; value: T } | { ok: false; problem: Problem };
export const parsed = <T>(value: T): Parsed<T> => ({ ok: true, value });
export const problem = (
  code: string,
  found: string,
  expected: string,
  zh: string,
  en: string,
): { ok: false; problem: Problem } => ({
  ok: false,
  problem: { code, found: shorten(found), expected, zh, en },
});

/** Entry being read, so that each defect names its article. */
export interface Where {
  article?: string;
  entry?: string;
}

export class ErrorList {
  readonly errors: PackError[] = [];
  #seen = new Set<string>();

  add(spot: Spot, where: Where, p: Problem): void {
    // An entry inherited by several packs, or a key shared by several cases, is one defect.
    const key = [p.code, spot.file, spot.line, spot.column, where.entry, p.found, p.expected].join('\u0000');
    if (this.#seen.has(key)) return;
    this.#seen.add(key);
    this.errors.push({
      code: p.code,
      file: spot.file,
      line: spot.line,
      column: spot.column,
      ...(where.article === undefined ? {} : { article: where.article }),
      ...(where.entry === undefined ? {} : { entry: where.entry }),
      found: p.found,
      expected: p.expected,
      zh: p.zh,
      en: p.en,
    });
  }

  sorted(): PackError[] {
    return [...this.errors].sort((a, b) =>
      a.file < b.file ? -1 : a.file > b.file ? 1 : a.line - b.line || (a.column ?? 0) - (b.column ?? 0),
    );
  }
}

/** Long findings are cut: a field of megabytes must not come back in the message. */
export function shorten(text: string, most = 80): string {
  const flat = text.replace(/\s+/g, ' ').trim();
  return flat.length > most ? `${flat.slice(0, most - 1)}…` : flat;
}

/** Edit distance, given up beyond `most`. */
function distance(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const change = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(change, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? most + 1;
}

/** The known name nearest to what was written, if any is near enough to be meant. */
export function nearest(written: string, known: Iterable<string>): string | undefined {
  const name = written.slice(0, 60).toLowerCase();
  const most = Math.max(2, Math.floor(name.length / 3));
  let best: string | undefined;
  let bestDistance = most + 1;
  for (const candidate of known) {
    const d = distance(name, candidate.toLowerCase(), most);
    if (d < bestDistance) {
      best = candidate;
      bestDistance = d;
    }
  }
  if (best !== undefined) return best;
  for (const candidate of known) {
    if (name.length > 3 && (candidate.endsWith(`.${name}`) || candidate.startsWith(name) || name.startsWith(candidate)))
      return candidate;
  }
  return undefined;
}

const KINDS: Record<string, [zh: string, en: string]> = {
  key: ['键', 'key'],
  section: ['部分', 'section'],
  event: ['事项', 'event'],
  fact: ['事实', 'fact'],
  milestone: ['节点', 'milestone'],
  plan: ['计划时间', 'planned time'],
  clock: ['时限', 'clock'],
  limit: ['时限名称', 'limit name'],
  hours: ['工作时间', 'hours'],
  calendar: ['放假日历', 'holiday calendar'],
  unit: ['单位', 'unit'],
  organization: ['部门', 'organization'],
  channel: ['渠道', 'channel'],
  choice: ['选项', 'choice'],
  pack: ['规章包', 'pack'],
  form: ['表单', 'form'],
  notice: ['通知', 'notice'],
  clause: ['条文', 'clause'],
  entry: ['条目', 'entry'],
};

/** `unknown-<kind>` with the nearest known name, or the known names when they are few. */
export function unknownName(
  kind: keyof typeof KINDS & string,
  written: string,
  known: Iterable<string>,
  hint?: { zh: string; en: string },
): Problem {
  const names = [...known];
  const near = nearest(written, names);
  const few = names.length <= 24 ? names.join(' | ') : `${names.slice(0, 12).join(' | ')} | …`;
  const [zh, en] = KINDS[kind] ?? [kind, kind];
  const found = shorten(written);
  return {
    code: `unknown-${kind}`,
    found,
    expected: near ?? (few || 'none declared'),
    zh: `没有名为“${found}”的${zh}${near ? `，是否为“${near}”？` : few ? `，可用：${few}。` : '。'}${hint?.zh ?? ''}`,
    en: `There is no ${en} called "${found}"${near ? `; did you mean "${near}"?` : few ? `; known: ${few}.` : '.'}${hint ? ` ${hint.en}` : ''}`,
  };
}
