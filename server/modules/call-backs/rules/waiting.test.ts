import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DAY, HOUR, type Instant, MINUTE } from '../../../values/instant.ts';
import { zoneOf } from '../../../values/zone.ts';
import { OUTCOMES } from '../../work-orders/rules/satisfaction/levels.ts';
import { awakeFrom, isQuiet, type Quiet } from './quiet.ts';
import { fillScript, SCRIPT, unknownBlanks } from './script.ts';
import { addressHolds, DEFAULTS } from './settings.ts';
import { type Awaited, standingOf, type Try } from './waiting.ts';

const zone = zoneOf('Asia/Shanghai');
const at = (time: string): Instant => Date.parse(`2026-03-${time}:00+08:00`);
const night: Quiet = { from: 22 * 60, until: 8 * 60 + 30, article: '第七条', quote: '夜间22点后' };
const settings = { tries: 3, spacing: 120 };
const awaited = (more: Partial<Awaited> = {}): Awaited => ({
  since: at('02T10:00'),
  tries: [],
  hasPhone: true,
  called: false,
  ...more,
});
const tried = (time: string, more: Partial<Try> = {}): Try => ({
  at: at(time),
  outcome: 'no-answer',
  later: null,
  ...more,
});
const now = (time: string, tries: Try[] = [], more: Partial<Awaited> = {}) =>
  standingOf(awaited({ tries, ...more }), settings, night, zone, at(time));

describe('whom one may call', () => {
  it('is who waits, by day; at night from the morning on', () => {
    expect(now('02T21:59')).toEqual({ kind: 'callable' });
    expect(now('02T22:00')).toEqual({ kind: 'later', at: at('03T08:30'), because: 'quiet' });
    expect(now('03T08:29')).toEqual({ kind: 'later', at: at('03T08:30'), because: 'quiet' });
    expect(now('03T08:30')).toEqual({ kind: 'callable' });
  });

  it('is called again after a while, or when he said', () => {
    const once = [tried('02T10:05')];
    expect(now('02T12:04', once)).toEqual({ kind: 'later', at: at('02T12:05'), because: 'spacing' });
    expect(now('02T12:05', once)).toEqual({ kind: 'callable' });
    const asked = [tried('02T10:05', { outcome: 'later', later: at('02T19:00') })];
    expect(now('02T18:00', asked)).toEqual({ kind: 'later', at: at('02T19:00'), because: 'asked' });
    // what he asked for does not lie in the night either
    const late = [tried('02T10:05', { outcome: 'later', later: at('02T23:00') })];
    expect(now('02T18:00', late)).toEqual({ kind: 'later', at: at('03T08:30'), because: 'quiet' });
  });

  it('is nobody more once the tries are used up; who wanted a later call has used none up', () => {
    const twice = [tried('02T10:00'), tried('02T12:00', { outcome: 'busy' })];
    expect(now('02T15:00', twice).kind).toBe('callable');
    expect(now('02T19:00', [...twice, tried('02T15:00')])).toEqual({ kind: 'unreached', because: 'tries' });
    const asked = [...twice, tried('02T15:00', { outcome: 'later', later: at('02T16:00') })];
    expect(now('02T16:00', asked).kind).toBe('callable');
    expect(now('02T12:00', [tried('02T10:00', { outcome: 'wrong-number' })])).toEqual({
      kind: 'unreached',
      because: 'wrong-number',
    });
  });

  it('is nobody without a number, or who was called', () => {
    expect(now('02T12:00', [], { hasPhone: false }).kind).toBe('no-contact');
    expect(now('02T12:00', [], { called: true }).kind).toBe('called');
  });

  const minute = fc.nat({ max: 1439 });
  const anyQuiet = fc.option(
    fc.record({ from: minute, until: minute, article: fc.constant(''), quote: fc.constant('') }),
  );
  const START = at('02T00:00');
  const anyTry = fc.record({
    at: fc.nat({ max: 3 * DAY }).map((after) => START + after),
    outcome: fc.constantFrom(...OUTCOMES, null),
    later: fc.option(fc.nat({ max: 5 * DAY }).map((after) => START + after)),
  });

  it('never in quiet hours, however often and whenever he was tried', () => {
    fc.assert(
      fc.property(anyQuiet, fc.array(anyTry, { maxLength: 4 }), fc.nat({ max: 6 * DAY }), (quiet, tries, after) => {
        const seen = START + after;
        const standing = standingOf(awaited({ since: START, tries }), settings, quiet, zone, seen);
        if (standing.kind === 'callable') expect(isQuiet(seen, quiet, zone)).toBe(false);
        if (standing.kind === 'later') {
          expect(standing.at).toBeGreaterThan(seen);
          expect(isQuiet(standing.at, quiet, zone)).toBe(false);
          // and then one may
          expect(standingOf(awaited({ since: START, tries }), settings, quiet, zone, standing.at).kind).toBe(
            'callable',
          );
        }
      }),
      { numRuns: 400 },
    );
  });

  it('quiet hours end within a day', () => {
    fc.assert(
      fc.property(anyQuiet, fc.nat({ max: 3 * DAY }), (quiet, after) => {
        const awake = awakeFrom(START + after, quiet, zone);
        expect(awake - START - after).toBeLessThan(DAY + MINUTE);
        expect(isQuiet(awake, quiet, zone)).toBe(false);
      }),
    );
  });
});

describe('the script', () => {
  it('has the facts of the order in it, and says which blank it does not know', () => {
    const blanks = { utility: '湖城水务', agent: '林晓燕', received: '2026-03-02 09:00', event: '停水' };
    const rest = { place: '湖滨路 8 号', number: '20260302-0001', unit: '抢修中心', reply: '已换阀门。' };
    const said = fillScript(SCRIPT.zh, { ...blanks, ...rest });
    expect(said).toContain(
      '您于2026-03-02 09:00反映的“停水”（湖滨路 8 号），工单号 20260302-0001，抢修中心已经处理：已换阀门。',
    );
    expect(said).not.toMatch(/[{}]/);
    expect([unknownBlanks(SCRIPT.zh), unknownBlanks(SCRIPT.en)]).toEqual([[], []]);
    expect(unknownBlanks('您好{phone}，{event}{}')).toEqual(['phone', '']);
  });
});

describe('settings', () => {
  it('take the address customers come to, and nothing beside it', () => {
    for (const good of ['https://water.example.cn', 'https://water.example.cn/', 'http://10.0.0.5:8080'])
      expect([good, addressHolds(good)]).toEqual([good, true]);
    for (const bad of [
      'water.example.cn',
      'https://a.cn/r',
      'javascript:alert(1)',
      'https://u:p@a.cn',
      'https://a.cn?x=1',
    ])
      expect([bad, addressHolds(bad)]).toEqual([bad, false]);
    expect(DEFAULTS.low).toEqual(['dissatisfied', 'very-dissatisfied']);
    expect(DEFAULTS.spacing * MINUTE).toBe(2 * HOUR);
  });
});
