import { expect, test } from 'vitest';
import { addNews, isQuiet, MOST, type News } from './news.ts';

test('what is said twice is told once; of two words about the same, neither is lost', () => {
  const before: News = {
    orders: [
      [1, 6],
      [2, 1],
    ],
  };
  // that somebody else answers for the call says no number; what began earlier may end later
  const more: News = {
    orders: [
      [1, null],
      [1, 5],
      [2, 1],
    ],
    inbox: true,
  };
  expect(addNews(before, more)).toEqual({
    orders: [
      [1, 6],
      [2, 1],
      [1, null],
      [1, 5],
    ],
    inbox: true,
  });
});

test('nothing is nothing', () => {
  expect(isQuiet(addNews({}, { orders: [] }))).toBe(true);
  expect(isQuiet({ inbox: true })).toBe(false);
});

test('who does not listen costs no more than a page: too many become “anything”, and stay so', () => {
  let news: News = {};
  for (let id = 0; id < 10_000; id += 1) news = addNews(news, { orders: [[id]] });
  expect(news).toEqual({ orders: true });
  const full = addNews({}, { orders: Array.from({ length: MOST }, (_, id) => [id] as const) });
  expect(full.orders).toHaveLength(MOST);
});
