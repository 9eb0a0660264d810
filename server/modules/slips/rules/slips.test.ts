import { describe, expect, it } from 'vitest';
import { loadShipped } from '../../regulations/kept-packs.ts';
import type { FactValue, Pack } from '../../regulations/rules/pack.ts';
import { rulebookOf } from '../../work-orders/rules/rulebook.ts';
import { sheetOf } from './sheet.ts';
import {
  ASKED_ALONE,
  type Holds,
  needsReceiver,
  numberOf,
  offeredOf,
  proofOf,
  recordsOf,
  type Slip,
  slipIdOf,
  slipsOf,
  valuesOf,
  wanting,
} from './slips.ts';

const packs = new Map(loadShipped().packs.map((pack) => [pack.pack, pack]));
const packNamed = (name: string): Pack => packs.get(name) as Pack;
const slipOf = (pack: string, id: string): Slip => slipsOf(packNamed(pack)).find((one) => one.id === id) as Slip;

/** As an order of that rulebook asks it. */
const about =
  (event: string, facts: Record<string, FactValue> = {}, pack = 'jinan'): Holds =>
  (when) =>
    rulebookOf(packNamed(pack)).holds(when, { event, channel: 'phone', facts });

describe('slips of the shipped rulebooks', () => {
  it.each([
    ['jinan', 'bill-slip', '水费备款通知单', ['给水号', '抄表周期', '水量', '水费', '估数说明'], 'J-088'],
    ['jinan', 'anomaly-slip', '水量异常波动通知单', ['给水号', '本期水量', '往期水量', '排查原因'], 'J-100'],
    ['jinan', 'demand-slip', '水费催缴通知单', ['给水号', '欠费周期', '欠费金额'], 'J-091'],
    ['jinan', 'stop-slip', '限压停水通知单', ['给水号', '欠费金额', '拟限压停水时间'], 'J-092'],
    ['jinan', 'stop-notice', '停水通知', ['停水原因', '预计恢复供水时间'], 'J-156'],
    ['jinan', 'obstruction-tip', '占压温馨提示', ['夹放或压放位置', '联系方式'], 'J-081'],
    ['liaocheng', 'stop-users', '停水通知', ['停水区域', '停水原因', '停水起止时间'], 'L-071'],
    ['liaocheng', 'stop-poster', '停水公告', ['停水原因', '停水范围', '停水时间'], 'L-076'],
    ['c08-supply-supervision', 'bill-slip', '水费单', ['抄表周期', '水量', '水费'], 'C-157'],
    ['c11-complaints', 'slip', '投诉受理单', ['受理单编号', '受理时间'], 'C-215'],
    ['c21-company-2014', 'stop-notice', '停水、降压通知', ['停水、降压原因', '停水区域', '停水起止时间'], 'C-452'],
    ['c21-company-2014', 'bill-slip', '水费通知单', ['抄表周期', '水量', '水费'], 'C-403'],
  ])('%s %s is named and filled as the source says', (pack, id, name, fields, clause) => {
    const slip = slipOf(pack, id);
    expect(slip.name).toBe(name);
    expect(slip.fields.map((field) => field.name)).toEqual(fields);
    expect(slip.clauses).toContain(clause);
    expect(slip.text.length).toBeGreaterThan(10);
    // the words are the utility's own until somebody confirms them, and it says so
    expect(slip.assumed).toContain('text');
  });

  it('the office in the fictional town has those of both rulebooks it is made of', () => {
    const names = slipsOf(packNamed('hucheng')).map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining(['水费催缴通知单', '限压停水通知单', '停水公告', '停水通知']));
  });

  it('every slip a source names by 通知单 in its quotes is there', () => {
    for (const pack of packs.values()) {
      const wanted = new Set(
        [...pack.notices, ...pack.clocks, ...pack.forms].flatMap(({ quote }) =>
          [...quote.matchAll(/《([^》]*(?:通知[单單]))》/gu)].map(([, name]) => name as string),
        ),
      );
      const simple = (text: string): string =>
        text
          .replaceAll('備', '备')
          .replaceAll('費', '费')
          .replaceAll('單', '单')
          .replaceAll('異', '异')
          .replaceAll('動', '动')
          .replaceAll('壓', '压')
          .replaceAll('繳', '缴');
      const names = slipsOf(pack).map(({ name }) => name);
      for (const name of wanted) expect(names, `${pack.pack} ${name}`).toContain(simple(name));
    }
  });
});

describe('a slip and its order', () => {
  const all = slipsOf(packNamed('jinan'));

  it('is offered where its form says so, else where a notice or gate that names it runs', () => {
    const offered = (event: string, facts = {}): string[] => offeredOf(all, about(event, facts)).map(({ id }) => id);
    expect(offered('usage-abnormal', { 'contact-left': false })).toEqual(['anomaly-slip']);
    expect(offered('pipe-leak')).toEqual(['stop-notice']);
    expect(offered('bill')).toEqual(['demand-slip', 'stop-slip']);
    expect(offered('reading')).toContain('obstruction-tip');
    expect(offered('praise')).toEqual([]);
  });

  it('records what the notice or the gate waits for, once', () => {
    const anomaly = slipOf('jinan', 'anomaly-slip');
    const unreachable = about('usage-abnormal', { 'contact-left': false });
    expect(recordsOf(anomaly, unreachable, () => false)?.milestone).toBe('told:anomaly-poster');
    expect(recordsOf(anomaly, unreachable, () => true)).toBeNull();
    expect(recordsOf(anomaly, about('usage-abnormal', { 'contact-left': true }), () => false)).toBeNull();
    expect(recordsOf(slipOf('jinan', 'demand-slip'), about('bill'), () => false)?.milestone).toBe('demand-delivered');
    expect(recordsOf(slipOf('jinan', 'stop-slip'), about('bill'), () => false)?.milestone).toBe(
      'stop-notice-delivered',
    );
  });

  it('asks for a signature where it is handed over, and wherever the rulebook wants proof', () => {
    const bill = slipOf('c08-supply-supervision', 'bill-slip');
    expect(proofOf(bill, about('bill', {}, 'c08-supply-supervision'))).toBe('送单签收');
    expect(needsReceiver('posted', proofOf(bill, about('bill', {}, 'c08-supply-supervision')))).toBe(true);
    expect(needsReceiver('posted', null)).toBe(false);
    expect(needsReceiver('handed', null)).toBe(true);
  });

  it('wants every field whose condition holds, and keeps nothing that is no field of it', () => {
    const bill = slipOf('jinan', 'bill-slip');
    const given = { 'supply-number': '1002', period: ' 2026 年 11 月 ', usage: '12 立方米', amount: '', other: 'x' };
    expect(wanting(bill, given, ASKED_ALONE)).toEqual([{ field: 'amount', name: '水费' }]);
    expect(wanting(bill, given, () => true).map(({ field }) => field)).toEqual(['amount', 'note']);
    expect(valuesOf(bill, given)).toEqual({ 'supply-number': '1002', period: '2026 年 11 月', usage: '12 立方米' });
  });
});

describe('its number', () => {
  it('is found again, whole or only the end of it', () => {
    expect(numberOf('2026-11-26', 123)).toBe('TZ20261126-000123');
    expect(['TZ20261126-000123', ' tz20261126-000123 ', '123', '000123'].map(slipIdOf)).toEqual([123, 123, 123, 123]);
    expect(['', 'abc', 'TZ2026-1', '1234567890123'].map(slipIdOf)).toEqual([null, null, null, null]);
  });
});

describe('the sheet', () => {
  it('has the fields by the names of the rulebook, the article and its words', () => {
    const slip = slipOf('jinan', 'stop-slip');
    const sheet = sheetOf(slip, {
      utility: '湖城水务',
      number: 'TZ20261126-000123',
      name: '王某',
      address: '',
      values: { 'stop-at': '2026 年 12 月 1 日 9:00', amount: '128.40 元', 'supply-number': '100200' },
      day: '2026-11-06',
      source: packNamed('jinan').source,
    });
    expect(sheet.title).toBe('限压停水通知单');
    expect(sheet.to).toEqual([{ label: { zh: '客户', en: 'Customer' }, value: '王某' }]);
    expect(sheet.fields.map(({ name }) => name)).toEqual(['给水号', '欠费金额', '拟限压停水时间']);
    expect(sheet.basis).toContain('3.催缴到位(1)：“單位客戶15天');
    expect(sheet.basis).not.toContain('.txt');
    expect(sheet.day).toBe('2026 年 11 月 6 日');
  });
});
