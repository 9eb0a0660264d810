import { describe, expect, it } from 'vitest';
import { BUILT_IN_EVENTS } from '../../../regulations/rules/vocabulary.ts';
import { reportable } from '../book.ts';
import { confirmationOf } from './confirm.ts';
import { suggest, suggestBookOf } from './suggest.ts';
import { messageOf } from './text.ts';

const book = suggestBookOf(reportable(BUILT_IN_EVENTS, []));
const suggestion = suggest({ subject: '翠湖苑停水，水质也差', body: '' }, book);
const confirm = (change: object) =>
  confirmationOf(suggestion, { event: 'no-water', urgent: false, place: '翠湖苑3栋', outcome: 'open', ...change });

describe('a confirmation', () => {
  it('says at which place the event confirmed was suggested; a child agrees with its parent', () => {
    expect(confirm({})).toMatchObject({ events: ['no-water', 'water-quality'], eventRank: 1 });
    expect(confirm({ event: 'no-water.community' }).eventRank).toBe(1);
    expect(confirm({ event: 'water-quality' }).eventRank).toBe(2);
    expect(confirm({ event: 'no-waterfall' }).eventRank).toBe(0);
    expect(confirm({ event: null }).eventRank).toBeNull();
  });
  it('says whether the places agree, and holds neither', () => {
    expect(confirm({}).placeAgrees).toBe(true);
    expect(confirm({ place: ' 翠湖 苑 ' }).placeAgrees).toBe(true);
    expect(confirm({ place: '翠湖苑小区' }).placeAgrees).toBe(true);
    expect(confirm({ place: '滨河路' }).placeAgrees).toBe(false);
    expect(confirm({ place: '' }).placeAgrees).toBeNull();
    expect(JSON.stringify(confirm({}))).not.toContain('翠湖');
  });
});

describe('the subject of a request', () => {
  it('is a short first line before others', () => {
    expect(messageOf('停水\n三天了')).toEqual({ subject: '停水', body: '三天了' });
    expect(messageOf('停水三天了')).toEqual({ subject: '', body: '停水三天了' });
    expect(messageOf(`${'水'.repeat(90)}\n三天了`).subject).toBe('');
  });
});
