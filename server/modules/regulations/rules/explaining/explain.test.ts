import { describe, expect, it } from 'vitest';
import { calendarsOf } from '../calendar.ts';
import { evaluate } from '../evaluate.ts';
import type { Matter } from '../matter.ts';
import type { Pack } from '../pack.ts';
import { at, clock, matter, PUBLISHED, pack, pause, range, type ShortClock, when } from '../testing.ts';
import { explain } from './explain.ts';
import { showQuote } from './explain-words.ts';

function told(short: ShortClock, given: Matter, now: string, lang: 'zh' | 'en' = 'zh', parts: Partial<Pack> = {}) {
  const rules = pack({ clocks: [clock({ id: 'L-085', from: 'received', until: 'arrived', ...short })], ...parts });
  const reading = evaluate(rules, calendarsOf(rules, PUBLISHED), given, at(now))[0];
  if (!reading) throw new Error('no reading');
  return explain(reading, rules, lang);
}
const line = (explanation: ReturnType<typeof explain>, label: string) =>
  explanation.lines.find((one) => one.label === label);

describe('an explanation', () => {
  const paused = matter('pipe-leak', ['received 11-18 14:36'], { pauses: [pause('11-18 14:52', '11-18 15:04')] });
  it('adds start, limit and pause up to the due', () => {
    const explanation = told({ within: '1 h' }, paused, '11-18 15:36');
    expect(explanation.lines.map((one) => `${one.label} ${one.value}`)).toEqual([
      '起算 受理诉求 14:36',
      '规则 1 小时内到场',
      '日历 全天计时',
      '暂停 12 分',
      '到期 15:48',
    ]);
    expect(line(explanation, '到期')?.detail).toBe('14:36 ＋ 1 小时 ＋ 暂停 12 分');
    expect(line(explanation, '规则')?.detail).toBe('第L-085条 “L-085 原文”');
  });
  it('shows a formula of the source as people read it', () => {
    expect(showQuote('管道直径 $\\leq 500\\text{mm}$ 的管道应 24 小时内修复')).toBe(
      '管道直径 ≤ 500 mm 的管道应 24 小时内修复',
    );
    expect(showQuote('管道直径 $> 500\\text{mm}$ ，应在 48 小时内修复')).toBe('管道直径 > 500 mm，应在 48 小时内修复');
  });

  it('is one readable paragraph naming article and quote', () =>
    expect(told({ within: '1 h' }, paused, '11-18 15:36').text).toBe(
      '依据第L-085条“L-085 原文”；自受理诉求 14:36起算，1 小时内到场；15:48 到期（14:36 ＋ 1 小时 ＋ 暂停 12 分）。',
    ));
  it('speaks English', () => {
    const explanation = told({ within: '1 h' }, paused, '11-18 15:36', 'en');
    expect(line(explanation, 'Due')).toEqual({
      label: 'Due',
      value: '15:48',
      detail: '14:36 ＋ 1 hour ＋ paused 12 min',
    });
  });
  it('writes the end of a day as 24:00', () =>
    expect(
      line(told({ within: '3 cd' }, matter('pipe-leak', ['received 03-02 09:00']), '03-02 09:00'), '到期'),
    ).toEqual({ label: '到期', value: '03-05 24:00', detail: '03-02 09:00 ＋ 3 日' }));
  it('names the hours it counts by', () =>
    expect(
      line(told({ within: '2 wh' }, matter('pipe-leak', ['received 03-02 09:00']), '03-02 09:00'), '日历')?.detail,
    ).toBe('08:00–11:30、14:00–17:30，按季节；节假日不计，调休上班照计'));
  it('asks for the fact that decides', () => {
    const cases = [
      { id: 'L-087', when: when({ dn: range('> 500') }), within: '48 h' },
      { id: 'L-086', within: '24 h' },
    ];
    const explanation = told({ cases }, matter('pipe-leak', ['received 03-02 09:00']), '03-02 09:00');
    expect([line(explanation, '待查明')?.value, line(explanation, '到期')?.value]).toEqual([
      '管径 DN',
      '03-03 09:00（暂定）',
    ]);
  });
  it('says which calendar it waits for', () =>
    expect(
      line(told({ within: '2 wd' }, matter('pipe-leak', ['received 12-31 09:00']), '12-31 09:00'), '到期'),
    ).toMatchObject({ value: '待定', detail: '尚无 cn 2027 的日历，公布后自动计算' }));
  it('subtracts a lead from the planned time', () => {
    const plans = [{ plan: 'planned-stop', at: at('10-11 06:00'), setAt: at('10-01 08:00'), id: 3 }];
    const rules = pack({
      clocks: [
        clock({ when: when({ event: 'outage' }), before: 'planned-stop', lead: '48 h', until: 'customer-told' }),
      ],
    });
    const reading = evaluate(
      rules,
      calendarsOf(rules, PUBLISHED),
      matter('outage.planned', ['created 10-01 08:00'], { plans }),
      at('10-01 09:00'),
    )[0];
    const explanation = explain(reading as NonNullable<typeof reading>, rules, 'zh');
    expect([line(explanation, '规则')?.value, line(explanation, '到期')]).toEqual([
      '计划停水时间前 48 小时 反馈客户',
      { label: '到期', value: '10-09 06:00', detail: '10-11 06:00 － 48 小时' },
    ]);
  });
});
