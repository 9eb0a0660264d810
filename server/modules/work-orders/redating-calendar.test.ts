/** A holiday calendar that changes: open orders follow it with two signatures, and go back when it does. */
import { expect, it, vi } from 'vitest';
import type { HolidayCalendars, Pack } from '../regulations/index.ts';
import { askRedating, decideRedating, revertRedating, verifyOrders } from './index.ts';
import { at, cited } from './rules/testing.ts';
import { clocksOf } from './store/clocks.ts';
import { logOf } from './store/events.ts';
import { clock, clocksPack, town } from './testing.ts';

/** As it ships. */
const shipped = vi.hoisted(() => ({ calendars: {} as HolidayCalendars }));
vi.mock('../regulations/actions/holiday-calendars.ts', () => ({ holidayCalendars: () => shipped.calendars }));

const year = (off: string[]) => ({ cn: [{ year: 2026, off: ['2026-01-01', ...off], work: [] }] });
const inDays: Pack = {
  ...clocksPack,
  hash: 'in-days',
  hours: [{ ...cited('office'), days: [1, 2, 3, 4, 5], open: [[480, 1080]], holidays: 'closed', cases: [] }],
  clocks: [
    clock('reply', 'created', ['customer-told'], 0, { within: { breach: { unit: 'wd', days: 2, text: '2 wd' } } }),
  ],
};

it('a day off published in between moves what counts in working days; the calendar before, put back, moves it back', async () => {
  shipped.calendars = year([]);
  const here = await town(inDays);
  const { time, me } = here;
  time.set(at('10:00'));
  const { orderId } = await here.open();
  const [row] = await here.db.admin<{ id: number }>(
    `insert into identity.staff (utility_id, username, name, roles, department_id) values ($1, 'another', 'another', '{manager}', 'operations')
     returning staff_id as id`,
    [here.utilityId],
  );
  const other = { ...me.manager, staffId: row?.id ?? 0 };
  const due = async () => (await here.as((tx) => clocksOf(tx, orderId)))[0]?.dueAt;
  const redated = async (): Promise<number> => {
    const asked = await here.as((tx) => askRedating({ tx, me: me.manager, time }, { calendar: 'cn' }, '放假安排调整'));
    if (!asked.ok) throw new Error(asked.refusal.code);
    const done = await here.as((tx) => decideRedating({ tx, me: other, time }, asked.value, { granted: true }));
    expect(done).toMatchObject({ ok: true });
    expect((await here.as((tx) => verifyOrders(tx, time))).differences).toEqual([]);
    return asked.value;
  };
  expect(await due()).toBe(at('2026-03-04T18:00'));

  shipped.calendars = year(['2026-03-03']);
  expect(await due()).toBe(at('2026-03-04T18:00'));
  const id = await redated();
  expect(await due()).toBe(at('2026-03-05T18:00'));
  expect(await here.as((tx) => revertRedating({ tx, me: other, time }, id))).toMatchObject({
    ok: false,
    refusal: { code: 'calendar-not-reverted' },
  });

  shipped.calendars = year([]);
  await redated();
  expect(await due()).toBe(at('2026-03-04T18:00'));
  const log = await here.as((tx) => logOf(tx, orderId));
  expect(log.filter(({ kind }) => kind === 'redated')).toHaveLength(2);
});
