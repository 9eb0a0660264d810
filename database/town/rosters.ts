/** Who is on duty this week and the next, and whom each unit has named for the hot line. */
import type pg from 'pg';
import { copyIn } from '../../server/platform/copy.ts';
import { HOUR, type Instant } from '../../server/values/instant.ts';
import { weekdayOf, zoneOf } from '../../server/values/zone.ts';
import type { Doer } from './chronicle.ts';

const ZONE = zoneOf('Asia/Shanghai');
const DAYS = 14;

/** By day and by night, in turn; nobody by night and on the day after. Who plans it is the head of the unit. */
const TEAMS = [
  { unit: 'hotline', head: 'luojing', people: ['hetingting', 'xuyang', 'zhengkai'] },
  { unit: 'pipelines', head: 'sunjie', people: ['jiangbo', 'pengfei', 'duyong'] },
  { unit: 'repair-centre', head: 'caoming', people: ['yuanqiang', 'lijun', 'zhaolong', 'hanxu'] },
  { unit: 'user-repair', head: 'wuxia', people: ['songtao', 'guoliang', 'shenping'] },
] as const;

/** The first is the liaison, the others take what the hot line sends. */
const LISTS = [
  { unit: 'pipelines', head: 'sunjie', people: ['pengfei', 'jiangbo'] },
  { unit: 'repair-centre', head: 'caoming', people: ['caoming', 'yuanqiang', 'lijun'] },
  { unit: 'user-repair', head: 'wuxia', people: ['wuxia', 'shenping'] },
  { unit: 'runda', head: 'fuxiang', people: ['fuxiang', 'yinjuan', 'huangrui'] },
  { unit: 'quality-testing', head: 'yelan', people: ['yelan', 'qiumei'] },
  { unit: 'inspection', head: 'leigang', people: ['leigang', 'shiwei'] },
] as const;

interface Scene {
  admin: pg.Client;
  utilityId: number;
  doer: (username: string) => Doer;
  now: Instant;
}

export async function fillRosters({ admin, utilityId, doer, now }: Scene): Promise<void> {
  const today = ZONE.dayOf(now);
  const monday = today - weekdayOf(today) + 1;
  const shifts: unknown[][] = [];
  for (const { unit, head, people } of TEAMS) {
    const add = (turn: number, day: number, from: number, note: string): void => {
      const who = people[turn % people.length] ?? head;
      const startsAt = ZONE.startOfDay(monday + day) + from * HOUR;
      // biome-ignore format: columns
      shifts.push([
        utilityId, unit, doer(who).staffId, new Date(startsAt), new Date(startsAt + 12 * HOUR), note,
        doer(head).staffId, new Date(ZONE.startOfDay(monday - 3) + 9 * HOUR),
      ]);
    };
    for (let day = 0; day < DAYS; day += 1) add(day, day, 8, '白班');
    // the night before the first day is not over when the week begins
    for (let day = -1; day < DAYS; day += 1) add(day + 2, day, 20, '夜班');
  }
  await copyIn(
    admin,
    'copy rosters.shift (utility_id, department_id, staff_id, starts_at, ends_at, note, planned_by, planned_at) from stdin',
    shifts,
  );
  const named = LISTS.flatMap(({ unit, head, people }, i) =>
    people.map((who, n) => ({
      unit,
      duty: n === 0 ? 'liaison' : 'handler',
      staffId: doer(who).staffId,
      phone: `1290000${String(1 + i).padStart(2, '0')}${String(10 + n)}`,
      at: new Date(ZONE.startOfDay(today - 40 + i) + 9 * HOUR),
      by: doer(head).staffId,
    })),
  );
  await copyIn(
    admin,
    'copy rosters.listed (utility_id, department_id, duty, staff_id, phone, from_at) from stdin',
    named.map((one) => [utilityId, one.unit, one.duty, one.staffId, one.phone, one.at]),
  );
  await copyIn(
    admin,
    `copy rosters.list_change (utility_id, department_id, duty, staff_id, deed, phone, at, recorded_at, due_at, recorded_by, reason) from stdin`,
    // biome-ignore format: columns
    named.map((one) => [
      utilityId, one.unit, one.duty, one.staffId, 'added', one.phone, one.at, one.at, one.at, one.by, '',
    ]),
  );
  await admin.query(
    `insert into rosters.filing (utility_id, change_id, filed_by, filed_at)
     select utility_id, change_id, $2, recorded_at + make_interval(secs => $3) from rosters.list_change where utility_id = $1`,
    [utilityId, doer('wangfang').staffId, HOUR / 1000],
  );
}
