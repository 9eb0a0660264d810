import { expect, test } from 'vitest';
import { addNews, isQuiet, MOST, type News } from './news.ts';

test('what is said twice of the same is told once, the later word', () => {
  expect(
    addNews(
      { orders: [[1, 5]] },
      {
        orders: [
          [1, 6],
          [2, 1],
        ],
        inbox: true,
      },
    ),
  ).toEqual({
    orders: [
      [1, 6],
      [2, 1],
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
