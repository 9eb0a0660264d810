import { expect, it } from 'vitest';
import type { OrderRequest } from '../../work-orders/rules/order.ts';
import { whomToAsk, whyOver } from './asking.ts';
import { DEFAULTS } from './settings.ts';

const request = (id: number, more: Partial<OrderRequest> = {}): OrderRequest => ({
  id,
  receivedAt: 0,
  channel: 'phone',
  elements: [],
  done: {},
  since: 1,
  ...more,
});
const settings = { ...DEFAULTS, address: 'https://water.example.cn' };

it('asks whom no call has reached and who said nothing yet', () => {
  const requests = [
    request(1),
    request(2, { done: { 'called-back': 5 } }),
    request(3, { rating: 'satisfied' }),
    request(4, { channel: 'hotline-12345' }),
    request(5, { facts: { 'contact-left': false } }),
    request(6, { done: { 'call-back-tried': 5 }, channel: 'wechat' }),
  ];
  expect(whomToAsk({ requests, facts: {} }, settings, false)).toEqual([1, 6]);
  expect(whomToAsk({ requests, facts: { 'contact-left': false } }, settings, false)).toEqual([]);
  expect(whomToAsk({ requests, facts: {} }, settings, true)).toEqual([]);
  expect(whomToAsk({ requests, facts: {} }, DEFAULTS, false)).toEqual([]);
});

it('says why a link is over', () => {
  const good = { state: 'closed', orderRound: 1, round: 1, sealed: false, expiresAt: 10, openUntil: null };
  expect(whyOver(good, 9)).toBeNull();
  expect(whyOver(good, 10)).toBe('rating-link-over');
  expect(whyOver({ ...good, sealed: true }, 1)).toBe('rating-link-over');
  expect(whyOver({ ...good, state: 'in-progress' }, 1)).toBe('rating-order-open');
  expect(whyOver({ ...good, orderRound: 2 }, 1)).toBe('rating-order-open');
  expect([whyOver({ ...good, openUntil: 5 }, 4), whyOver({ ...good, openUntil: 5 }, 5)]).toEqual([
    null,
    'rating-given',
  ]);
});
