/** 台账: things by kind and code, those of a person by whose and what they are as well. */
import type { TimeSource } from '../../../../platform/clock.ts';
import type { Tx } from '../../../../platform/database.ts';
import { formatDay, zoneOf } from '../../../../values/zone.ts';
import { listDepartments, listDistricts, listStaff } from '../../../identity/index.ts';
import { kindsOwed, packInForce, vocabularyOfPack } from '../../../regulations/index.ts';
import type { Fault, SavedRow } from '../../rules/place-rows.ts';
import { identify, type Known, keyOf, type Thing, type ThingRow, thingAfter } from '../../rules/things/thing-row.ts';
import { holdRegisters } from '../../store/saving.ts';
import { lastThing, putThings, thingsCalled } from '../../store/things.ts';
import { type Reading, settle } from '../save-places.ts';

/** The day a register goes by where no rulebook says otherwise. */
const ZONE = zoneOf('Asia/Shanghai');
export const today = (time: TimeSource): string => formatDay(ZONE.dayOf(time.now()));

export async function knownBy(tx: Tx, time: TimeSource): Promise<Known> {
  const day = today(time);
  const pack = await packInForce(tx, day);
  return {
    words: pack ? vocabularyOfPack(pack) : null,
    kinds: new Set(pack ? kindsOwed(pack) : []),
    units: (await listDepartments(tx)).map(({ department_id: id, name }) => ({ id, name })),
    districts: (await listDistricts(tx)).map(({ district_id: id, name }) => ({ id, name })),
    people: (await listStaff(tx, { department: null, role: null })).map(
      ({ staff_id: id, username, name, department_id: unit }) => ({
        id,
        username,
        name,
        unit,
      }),
    ),
    today: day,
  };
}

/** @param by staff number; null: the command line */
export async function saveThings(
  { tx, time, by }: { tx: Tx; time: TimeSource; by: number | null },
  rows: readonly ThingRow[],
): Promise<SavedRow[]> {
  await holdRegisters(tx);
  const known = await knownBy(tx, time);
  const identities = rows.map((row) => identify(row, known));
  const codes = identities.flatMap((one) => (Array.isArray(one) ? [] : [one.code]));
  const before = new Map((await thingsCalled(tx, codes)).map((one) => [keyOf(one), one]));
  let next = await lastThing(tx);
  let at = 0;
  const { saved, write } = settle(
    rows,
    (row): Reading<Thing> | Fault[] => {
      const identity = identities[at++] as ReturnType<typeof identify>;
      if (Array.isArray(identity)) return identity;
      const key = keyOf(identity);
      const was = before.get(key);
      const after = thingAfter(row, identity, was, known, was?.thingId ?? next + 1);
      if (Array.isArray(after)) return after;
      if (!was) next++;
      return { key, before: was && { ...was, facts: sorted(was.facts) }, after };
    },
    ({ thingId }) => thingId,
  );
  if (write.length > 0) await putThings(tx, write, by, time.now());
  return saved;
}

const sorted = (facts: Thing['facts']): Thing['facts'] =>
  Object.fromEntries(Object.entries(facts).sort(([a], [b]) => (a < b ? -1 : 1)));
