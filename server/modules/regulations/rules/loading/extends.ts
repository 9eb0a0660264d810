/** `extends` and `drop`: the entries and head keys a pack takes over from others. */
import { type ErrorList, unknownName } from '../pack-error.ts';
import type { RawEntry, Unit } from './discover.ts';
import type { Head } from './read-head.ts';

/** Entries of a pack with those it extends: same section and id replaces in place, the rest is added. */
export function merge(unit: Unit, units: Unit[], errors: ErrorList, path: Unit[] = []): RawEntry[] {
  const merged: RawEntry[] = [];
  const put = (entry: RawEntry) => {
    const at = merged.findIndex((e) => e.section === entry.section && e.id === entry.id);
    if (at >= 0) merged[at] = entry;
    else merged.push(entry);
  };
  for (const { name, at } of unit.head.extends) {
    const base = findBase(unit, name, units);
    if (base === undefined) {
      errors.add(at, {}, unknownName('pack', name, new Set(units.filter((u) => u !== unit).map((u) => u.head.name))));
      continue;
    }
    if (base === unit || path.includes(base)) {
      const circle = [...path.map((u) => u.head.name), unit.head.name, name].join(' → ');
      errors.add(
        at,
        {},
        {
          code: 'extends-circle',
          found: circle,
          expected: 'no circle',
          zh: `extends 绕成了圈：${circle}；请从“${unit.head.name}”的 extends 里去掉“${name}”。`,
          en: `extends goes round in a circle: ${circle}; take "${name}" out of the extends of "${unit.head.name}".`,
        },
      );
      continue;
    }
    for (const entry of merge(base, units, errors, [...path, unit])) put(entry);
  }
  for (const { text, at } of unit.head.drop) {
    const [section = '', id = ''] = /^([a-z]+)[./:](.+)$/.exec(text)?.slice(1) ?? [];
    const index = merged.findIndex((e) => e.section === section && e.id === id);
    if (index >= 0) merged.splice(index, 1);
    else
      errors.add(
        at,
        {},
        {
          ...unknownName(
            'entry',
            text,
            merged.map((e) => `${e.section}.${e.id}`),
          ),
          code: 'drop-unknown',
        },
      );
  }
  for (const entry of unit.entries) put(entry);
  return merged;
}

/** The version of the named pack in force when this one begins; an earlier version of itself may be meant. */
export function findBase(unit: Unit, name: string, units: Unit[]): Unit | undefined {
  const [packName, version] = name.split('@');
  const all = units.filter((u) => u.head.name === packName && (version === undefined || u.head.version === version));
  const others = all.filter(
    (u) => u !== unit && (u.head.name !== unit.head.name || u.head.effective < unit.head.effective),
  );
  const own = others.filter((u) => !u.shipped);
  const pool = (own.length > 0 ? own : others).sort((a, b) => (a.head.effective < b.head.effective ? -1 : 1));
  return (
    pool.filter((u) => u.head.effective <= unit.head.effective).at(-1) ??
    pool[0] ??
    (all.includes(unit) ? unit : undefined)
  );
}

/** Head keys a pack leaves out come from the first pack it extends that has them. */
export function inherit<K extends keyof Head>(unit: Unit, key: K, units: Unit[], depth = 0): Head[K] | undefined {
  if (unit.head[key] !== undefined || depth > 20) return unit.head[key];
  for (const { name } of unit.head.extends) {
    const base = findBase(unit, name, units);
    const value = base && base !== unit ? inherit(base, key, units, depth + 1) : undefined;
    if (value !== undefined) return value;
  }
  return undefined;
}

/** The pack and everything it extends. */
export function familyOf(unit: Unit, units: Unit[], seen: Unit[] = []): Unit[] {
  if (seen.includes(unit)) return seen;
  seen.push(unit);
  for (const { name } of unit.head.extends) {
    const base = findBase(unit, name, units);
    if (base) familyOf(base, units, seen);
  }
  return seen;
}
