import { describe, expect, test } from 'vitest';
import type { PackError } from '../../pack.ts';
import { checkFolder } from '../check-folder.ts';
import type { SourceFile } from '../yaml/yaml-nodes.ts';
import { meaning } from './meaning.ts';
import type { Mistake } from './mistake.ts';
import { names } from './names.ts';
import { RIGHT } from './right.ts';
import { values } from './values.ts';
import { writing } from './writing.ts';

const MISTAKES = [...writing, ...values, ...names, ...meaning];

const textOf = (file: string): string => RIGHT.find(({ path }) => path === file)?.text ?? '';
const withText = (file: string, text: string): SourceFile[] =>
  RIGHT.map((one) => (one.path === file ? { ...one, text } : one));

/** `line:column` of a text in a file. */
function placeOf(text: string, words: string): [line: number, column: number] {
  const at = text.indexOf(words);
  expect(at, `“${words}” stands in the wrong file`).toBeGreaterThanOrEqual(0);
  return [text.slice(0, at).split('\n').length, at - text.lastIndexOf('\n', at - 1)];
}

/** What the error advises, put in place of what it found. */
function follow(text: string, { line, column = 1, found, expected }: PackError): string {
  const lines = text.split('\n');
  const wrong = lines[line - 1] ?? '';
  const from = wrong.indexOf(found, column - 1);
  expect(from, `“${found}” stands where the error points`).toBeGreaterThanOrEqual(0);
  const [advice = ''] = expected.split(' | ');
  const bare = wrong[from - 1] === '"' ? advice.replace(/^"(.*)"$/, '$1') : advice;
  lines[line - 1] = wrong.slice(0, from) + bare + wrong.slice(from + found.length);
  return lines.join('\n');
}

test('the rulebook the mistakes are made in has none', () => {
  expect(checkFolder(RIGHT).errors).toEqual([]);
});

test('there are at least forty mistakes, each another', () => {
  expect(new Set(MISTAKES.map(({ name }) => name)).size).toBe(MISTAKES.length);
  expect(MISTAKES.length).toBeGreaterThanOrEqual(40);
});

describe('a mistake is told once, with file, line, column and the right fix in both languages', () => {
  test.each(MISTAKES.map((one): [string, Mistake] => [one.name, one]))('%s', (_, mistake) => {
    const { file, right, wrong, code, points = wrong, anywhere, fix, applies } = mistake;
    const before = textOf(file);
    expect(before.split(right).length, `“${right}” stands once in the right file`).toBe(2);
    const text = before.replace(right, () => wrong);
    const { errors } = checkFolder(withText(file, text));
    const [line, column] = placeOf(text, points);
    expect(errors.map((e) => `${e.file}:${e.line} ${e.code}`)).toEqual([`${file}:${line} ${code}`]);
    const [error] = errors as [PackError];
    if (!anywhere) expect(error.column).toBe(column);
    expect(error.zh).toContain(fix);
    expect(error.en).toContain(fix);
    expect(error.zh).toMatch(/[\u4e00-\u9fff]/);
    if (applies) expect(checkFolder(withText(file, follow(text, error))).errors).toEqual([]);
  });
});

test('a mark at the beginning of the file, as editors on Windows write it, is no mistake', () => {
  expect(checkFolder(RIGHT.map((one) => ({ ...one, text: `\ufeff${one.text}` }))).errors).toEqual([]);
});
