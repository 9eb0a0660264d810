/** 台账: what the units of 湖城 look after, and the certificates of those who may. Days are told from today. */
import { saveThings, type ThingRow } from '../../server/modules/registers/index.ts';
import type { TimeSource } from '../../server/platform/clock.ts';
import type { Tx } from '../../server/platform/database.ts';
import { formatDay, zoneOf } from '../../server/values/zone.ts';

const ZONE = zoneOf('Asia/Shanghai');
const UNIT = '管线管理所';

/** code, name, place, grade, days since it was walked */
const PIPES = [
  ['GD-101', '北辰大道 DN600 主管', '北辰大道，站前街至东关大街', 'second', 1],
  ['GD-102', '湖滨东路 DN400', '湖滨东路，人民路至建设路', 'third', 2],
  ['GD-103', '运河路过河管 DN500', '运河路运河桥', 'crossing', 3],
] as const;

/** username, name, number, days until it expires */
const CERTIFICATES = [
  ['chenliguo', '电工证', 'DG-2023-0117', 420],
  ['chenliguo', '健康证', 'JK-2026-0332', 190],
  ['jiangbo', '电工证', 'DG-2022-0084', 20],
  ['jiangbo', '健康证', 'JK-2026-0318', 175],
  ['pengfei', '电工证', 'DG-2024-0203', 610],
  ['pengfei', '健康证', 'JK-2026-0340', 205],
  // who may not be sent to a tank, and why, is to be seen at once
  ['duyong', '电工证', 'DG-2023-0121', 380],
  ['duyong', '健康证', 'JK-2025-0297', -12],
] as const;

/** @param communities by name, each with a tank of its own */
export async function fillThings(tx: Tx, time: TimeSource, communities: readonly string[]): Promise<void> {
  const today = ZONE.dayOf(time.now());
  const day = (days: number): string => formatDay(today + days);
  const pumps = communities.slice(0, 4).map((name, at): ThingRow => {
    const code = `JB-${String(at + 1).padStart(3, '0')}`;
    return { kind: 'pump', code, name: `${name} 加压泵`, place: `${name}地下泵房`, unit: UNIT, since: '2019-04-01' };
  });
  const tanks = communities.map((name, at): ThingRow => {
    const code = `SX-${String(at + 1).padStart(3, '0')}`;
    // some were cleaned last month, the time of others is near
    const lastDone = day(-20 - ((at * 47) % 150));
    const place = `${name}地下泵房`;
    return { kind: 'tank', code, name: `${name} 水箱`, place, unit: UNIT, since: '2018-06-01', lastDone };
  });
  const pipes = PIPES.map(([code, name, place, grade, days]): ThingRow => {
    const facts = { 'pipe-grade': grade };
    return { kind: 'pipe', code, name, place, unit: UNIT, facts, since: '2015-09-01', lastDone: day(-days) };
  });
  const certificates = CERTIFICATES.map(([person, name, code, days]): ThingRow => {
    return { kind: 'certificate', code, name, person, since: day(days - 700), expires: day(days) };
  });
  const saved = await saveThings({ tx, time, by: null }, [...tanks, ...pumps, ...pipes, ...certificates]);
  const wrong = saved.find(({ id }) => id === null);
  if (wrong) throw new Error(`a thing of the town is refused: ${JSON.stringify(wrong)}`);
}
