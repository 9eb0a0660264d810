import { describe, expect, it } from 'vitest';
import type { Clause } from '../loading/clauses.ts';
import { chapterOfQuotes, chaptersOf } from './source-text.ts';

const clause = (id: string, section: string, quote: string, file = 'book.txt'): Clause => ({
  id,
  file,
  section,
  quote,
  parameters: new Map(),
  capability: 'sla',
});
const file = (text: string) => ({ path: 'sources/book.txt', text });
const byDocument = ({ section }: Clause): string => /^\[(\d+)\]/.exec(section)?.[1] ?? 'L';
const shown = (paragraphs: { runs: { text: string; marks: string[] }[] }[]): string[] =>
  paragraphs.map(({ runs }) =>
    runs.map(({ text, marks }) => (marks.length > 0 ? `[${marks.join('+')} ${text}]` : text)).join(''),
  );

describe('the text of a source, clause by clause', () => {
  it('shows every word in order, marks what a clause quotes, and knows headings', () => {
    const text = '第一章 总则\n\n第一条 井盖丢失的，12 小时办结。\n第二条 其他 24 小时。\n';
    const chapters = chaptersOf(
      [file(text)],
      [clause('L-1', '办法 第一条', '12 小时办结'), clause('L-2', '办法 第二条', '其他 24 小时')],
      byDocument,
    );
    const chapter = chapters.get('L');
    expect(chapter?.title).toBe('办法');
    expect(shown(chapter?.paragraphs ?? [])).toEqual([
      '第一章 总则',
      '第一条 井盖丢失的，[L-1 12 小时办结]。',
      '第二条 [L-2 其他 24 小时]。',
    ]);
    expect(chapter?.paragraphs.map(({ heading }) => heading)).toEqual([true, false, false]);
  });

  it('joins the lines a sentence was broken into, and shows words of two clauses as words of both', () => {
    const chapters = chaptersOf(
      [file('第一条 应在计\n\n划时限内办结，并告知用户。')],
      [clause('L-1', '办法 一', '应在计划时限内办结'), clause('L-2', '办法 一', '计划时限内办结，并告知用户')],
      byDocument,
    );
    expect(shown(chapters.get('L')?.paragraphs ?? [])).toEqual([
      '第一条 [L-1 应在][L-1+L-2 计划时限内办结][L-2 ，并告知用户]。',
    ]);
  });

  it('takes a sentence that stands in several documents of a compilation where its neighbours are', () => {
    const text = '甲办法\n先到场。\n做到热情。\n乙办法\n再回访。\n做到热情。\n后归档。';
    const chapters = chaptersOf(
      [file(text)],
      [
        clause('C-1', '[1] 甲办法 一', '先到场'),
        clause('C-2', '[1] 甲办法 二', '做到热情'),
        clause('C-3', '[2] 乙办法 一', '再回访'),
        clause('C-4', '[2] 乙办法 二', '做到热情'),
        clause('C-5', '[2] 乙办法 三', '后归档'),
      ],
      byDocument,
    );
    expect(shown(chapters.get('1')?.paragraphs ?? [])).toEqual(['甲办法', '[C-1 先到场]。', '[C-2 做到热情]。']);
    expect(shown(chapters.get('2')?.paragraphs ?? [])).toEqual([
      '乙办法',
      '[C-3 再回访]。',
      '[C-4 做到热情]。',
      '[C-5 后归档]。',
    ]);
  });

  it('marks entries in a text nobody has listed the clauses of', () => {
    const chapter = chapterOfQuotes(file('湖城规程\n第二条 集团设客服中心。'), [
      { id: 'organization.group', quote: '集团' },
      { id: 'organization.centre', quote: '集团设客服中心' },
    ]);
    expect(chapter.title).toBe('湖城规程');
    expect(shown(chapter.paragraphs)).toEqual([
      '湖城规程',
      '第二条 [organization.group+organization.centre 集团][organization.centre 设客服中心]。',
    ]);
  });
});
