import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { instantOf, readWrittenTime } from './written-time.ts';
import { formatDay, zoneOf } from './zone.ts';

const said = (text: string, epoch: 1900 | 1904 = 1900) => {
  const read = readWrittenTime(text, epoch);
  if (typeof read === 'string') return read;
  const time = read.seconds === null ? '' : ` ${new Date(read.seconds * 1000).toISOString().slice(11, 19)}`;
  return formatDay(read.day) + time;
};

describe('a written time', () => {
  it.each([
    ['2009.3.7', '2009-03-07'],
    ['2009年3月7日', '2009-03-07'],
    ['2009 年 3 月 7 日 9 时 8 分', '2009-03-07 09:08:00'],
    ['2009-3-7', '2009-03-07'],
    ['20090307', '2009-03-07'],
    ['２００９／３／７', '2009-03-07'],
    ['2019/11/28 9:08:38', '2019-11-28 09:08:38'],
    ['2019-11-28T09:08', '2019-11-28 09:08:00'],
    ['2019-11-28 下午3:05', '2019-11-28 15:05:00'],
    ['2019-11-28 12:05 AM', '2019-11-28 00:05:00'],
    ['46082', '2026-03-01'],
    ['46082.5', '2026-03-01 12:00:00'],
    ['2009-13-45', 'date-not-real'],
    ['2009-02-29', 'date-not-real'],
    ['2019/11/28 24:00', 'date-not-real'],
    ['9:08', 'time-without-date'],
    ['下午3点', 'time-without-date'],
    ['昨天', 'date-not-read'],
    ['3/7/2009', 'date-not-read'],
    ['', 'date-not-read'],
  ])('%s is %s', (text, expected) => expect(said(text)).toBe(expected));
  it('may be counted from 1904', () => expect(said('44620', 1904)).toBe('2026-03-01'));
  it('is the same day in every way it is written', () =>
    fc.assert(
      fc.property(fc.integer({ min: 4500, max: 40_000 }), fc.integer({ min: 0, max: 86_399 }), (day, seconds) => {
        const iso = formatDay(day);
        const [year = '', month = '', date = ''] = iso.split('-').map((part) => String(Number(part)));
        const time = new Date(seconds * 1000).toISOString().slice(11, 19);
        for (const text of [
          `${iso} ${time}`,
          `${year}/${month}/${date} ${time}`,
          `${year}年${month}月${date}日 ${time}`,
        ]) {
          const read = readWrittenTime(text);
          expect(read).toEqual({ day, seconds });
          if (typeof read !== 'string')
            expect(instantOf(read, zoneOf('Asia/Shanghai'))).toBe(Date.parse(`${iso}T${time}+08:00`));
        }
      }),
    ));
});
