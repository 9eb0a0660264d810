/** How commands answer: JSON on stdout where asked for, messages on stderr, exit codes. */

import { Option } from 'commander';
import type { PackError } from '../../modules/regulations/index.ts';

export type Language = 'zh' | 'en';
export const languageOf = (lang: unknown): Language => (lang === 'en' ? 'en' : 'zh');

export const langOption = (description: string): Option =>
  new Option('--lang <zh|en>', description).choices(['zh', 'en']).default('zh');

/** Bad input. */
export const EXIT_INPUT = 2;
/** A check found something. */
export const EXIT_FAILED = 1;

export interface Failure {
  code: string;
  message: string;
  [more: string]: unknown;
}

export function fail(failure: Failure, json: boolean, exitCode = EXIT_INPUT): void {
  if (json) process.stdout.write(`${JSON.stringify({ error: failure })}\n`);
  else process.stderr.write(`${failure.code}: ${failure.message}\n`);
  process.exitCode = exitCode;
}

export const print = (text: string): void => void process.stdout.write(`${text}\n`);

/** Columns on a screen: a Chinese character takes two. */
export function widthOf(text: string): number {
  let width = 0;
  for (const c of text)
    width += /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/u.test(c)
      ? 2
      : 1;
  return width;
}

export function alignedTable(rows: string[][]): string {
  const widths: number[] = [];
  for (const row of rows)
    row.forEach((cell, i) => {
      widths[i] = Math.max(widths[i] ?? 0, widthOf(cell));
    });
  return rows
    .map((row) =>
      row
        .map((cell, i) => (i === row.length - 1 ? cell : cell + ' '.repeat((widths[i] ?? 0) - widthOf(cell))))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

/** Fills `{name}` from params; what is absent reads as a dash. */
export const filled = (template: string, params: Record<string, unknown> = {}): string =>
  template.replace(/\{([\w-]+)\}/g, (_, name: string) => String(params[name] ?? '—'));

/** A defect of a rulebook, with its place, what was found and what would be right. */
export function describeError(e: PackError, lang: Language): string {
  const place = `${e.file}:${e.line}${e.column === undefined ? '' : `:${e.column}`}`;
  const of = [e.article, e.entry].filter((part) => part !== undefined && part !== '').join(' ');
  const [sentence, found, expected] = lang === 'en' ? [e.en, 'found', 'expected'] : [e.zh, '写的是', '应为'];
  return `${place}${of ? ` [${of}]` : ''} ${e.code}: ${sentence}\n    ${found}: ${e.found}${e.expected ? `\n    ${expected}: ${e.expected}` : ''}`;
}
