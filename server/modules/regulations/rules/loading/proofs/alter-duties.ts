/** A duty altered: its limit or period one step longer, its opening one unit earlier, or one of its cases. */
import type { PlainEntry } from '../../pack.ts';

export interface DutyAlteration {
  what: 'limit' | 'opens' | 'removed';
  /** null: the duty is gone. */
  entry: PlainEntry | null;
  /** Clauses it speaks of; absent: all of the entry, but for those that cases of it have to themselves. */
  clauses?: ReadonlySet<string>;
}

type Body = Record<string, unknown>;

export function alterationsOfDuty(entry: PlainEntry): DutyAlteration[] {
  const cases = Array.isArray(entry.body.cases) ? (entry.body.cases as Body[]) : [];
  const own = new Set(cases.flatMap(clausesOf));
  const rest = new Set(entry.clauses.filter((id) => !own.has(id)));
  const whole = (what: DutyAlteration['what'], body: Body): DutyAlteration => ({
    what,
    entry: { ...entry, body },
    ...(own.size > 0 ? { clauses: rest } : {}),
  });
  const changes = longerOf(entry.body);
  const all: DutyAlteration[] = changes ? [whole('limit', changes)] : [];
  if (typeof entry.body.ahead === 'string')
    all.push(whole('opens', { ...entry.body, ahead: stepped(entry.body.ahead) }));
  cases.forEach((one, index) => {
    const longer = longerOf({ ...entry.body, ...one }, one);
    if (!longer) return;
    const body = { ...entry.body, cases: cases.map((other, i) => (i === index ? longer : other)) };
    const clauses = clausesOf(one);
    all.push({
      what: 'limit',
      entry: { ...entry, body },
      clauses: clauses.length > 0 ? new Set(clauses) : own.size > 0 ? rest : new Set(entry.clauses),
    });
  });
  return all.length > 0 ? all : [{ what: 'removed', entry: null }];
}

const clausesOf = (one: Body): string[] => (Array.isArray(one.clauses) ? (one.clauses as string[]) : []);

/** @param write where the altered key goes; by default where it stands */
function longerOf(merged: Body, write: Body = merged): Body | null {
  if (Array.isArray(merged.cases) && write === merged) {
    const cases = (merged.cases as Body[]).map((one) => longerOf({ ...merged, ...one, cases: undefined }, one) ?? one);
    return { ...merged, cases };
  }
  if (typeof merged.before === 'string') return { ...write, before: dayLater(merged.before) };
  if (typeof merged.within === 'string') return { ...write, within: stepped(merged.within) };
  if (typeof merged.every === 'string' && merged.every !== 'once') return { ...write, every: stepped(merged.every) };
  return null;
}

const LONGER: Record<string, string> = {
  day: 'week',
  week: 'month',
  month: 'quarter',
  quarter: 'half-year',
  'half-year': 'year',
  year: 'half-year',
  cycle: 'month',
  'same-day': '1 cd',
};

/** One unit, or one step, more. */
function stepped(text: string): string {
  const [, amount, unit] = /^(\d+)\s*(\w+)$/.exec(text) ?? [];
  if (amount !== undefined) return `${Number(amount) + 1} ${unit}`;
  const [, day] = /^day (\d+)$/.exec(text) ?? [];
  if (day !== undefined) return `day ${Number(day) - 1}`;
  if (text.startsWith('next-')) return text.slice('next-'.length);
  return LONGER[text] ?? `next-${text}`;
}

function dayLater(date: string): string {
  const day = Number(date.slice(-2));
  return `${date.slice(0, -2)}${String(day > 1 ? day - 1 : day + 1).padStart(2, '0')}`;
}
