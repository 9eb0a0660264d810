/** 登记 and 修改 of one thing by hand, written to the audit log. */
import type { TimeSource } from '../../../../platform/clock.ts';
import type { Tx } from '../../../../platform/database.ts';
import { ok, type Result, refuse } from '../../../../values/result.ts';
import { audit } from '../../../identity/index.ts';
import type { Fault } from '../../rules/place-rows.ts';
import { type Thing, type ThingRow, thingAfter } from '../../rules/things/thing-row.ts';
import { holdRegisters } from '../../store/saving.ts';
import { type ListedThing, putThings, thingById } from '../../store/things.ts';
import { knownBy, saveThings } from './save-things.ts';

interface Given {
  tx: Tx;
  me: { staffId: number };
  time: TimeSource;
}

const refused = (faults: readonly Fault[]): Result<never> =>
  refuse('thing-not-saved', {
    params: { n: faults.length },
    fields: faults.map(({ field, code, params = {} }) => ({ path: field, code, params })),
  });

/** Not one that is there already: that is changed where it stands. */
export async function addThing({ tx, me, time }: Given, row: ThingRow): Promise<Result<ListedThing>> {
  const [saved] = await saveThings({ tx, time, by: me.staffId }, [row]);
  if (!saved || saved.id === null) return refused(saved?.faults ?? []);
  if (saved.outcome !== 'created') return refuse('thing-there-already', { fields: [{ path: 'code', code: 'known' }] });
  await audit(tx, me, 'thing.created', `thing:${saved.id}`, {}, time);
  return ok((await thingById(tx, saved.id)) as ListedThing);
}

/** Kind, code and owner stay: with others it would be another thing. */
export async function changeThing(
  { tx, me, time }: Given,
  thingId: number,
  change: Omit<Partial<ThingRow>, 'kind' | 'code' | 'person'>,
): Promise<Result<ListedThing>> {
  await holdRegisters(tx);
  const before = await thingById(tx, thingId);
  if (!before) return refuse('thing-not-found', { params: { thingId } });
  const { kind, code, staffId } = before;
  const name = staffId === null ? (change.name?.trim() ?? before.name) : before.name;
  if (name === '') return refused([{ field: 'name', code: 'value-missing' }]);
  const row: ThingRow = { ...change, kind, code, name };
  const after = thingAfter(row, { kind, code, name, staffId }, before, await knownBy(tx, time), thingId);
  if (Array.isArray(after)) return refused(after);
  await putThings(tx, [after], me.staffId, time.now());
  await audit(tx, me, 'thing.changed', `thing:${thingId}`, { fields: differing(before, after) }, time);
  return ok((await thingById(tx, thingId)) as ListedThing);
}

const differing = (before: Thing, after: Thing): string[] =>
  (Object.keys(after) as (keyof Thing)[]).filter((key) => JSON.stringify(before[key]) !== JSON.stringify(after[key]));
