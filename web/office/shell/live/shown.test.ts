import { QueryClient } from '@tanstack/react-query';
import { expect, test } from 'vitest';
import { isUnseen, shownSeq } from './shown.ts';

const client = (): QueryClient => new QueryClient({ defaultOptions: { queries: { gcTime: 0, retry: false } } });
const page = (...seqs: number[]) => ({ timeline: seqs.map((seq) => ({ seq })) });

test('an order that is not looked at is not asked for', () => {
  expect(shownSeq(client(), 7)).toBeNull();
  expect(isUnseen(null, 5)).toBe(false);
});

test('what the page has is not asked for again; what is newer, or says no number, is', () => {
  const queries = client();
  queries.setQueryData(['order', 7, 'zh-CN'], page(3, 5, 4));
  queries.setQueryData(['order', 8, 'zh-CN'], page(9));
  const shown = shownSeq(queries, 7);
  expect(shown).toBe(5);
  expect([5, 6, null].map((seq) => isUnseen(shown, seq))).toEqual([false, true, true]);
});

test('a page that is still being asked for may be answered with what was before: it is asked for again', () => {
  const queries = client();
  void queries.prefetchQuery({ queryKey: ['order', 7, 'zh-CN'], queryFn: () => new Promise(() => undefined) });
  expect(isUnseen(shownSeq(queries, 7), 1)).toBe(true);
});
