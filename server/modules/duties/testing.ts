/**
 * Test support: an independent generator of duties. It walks the days one after another, and shares nothing with the
 * rule but the words of the sources: what is owed stands here in its own form.
 */
export interface Promised {
  duty: string;
  kind: string;
  /** In force on days from … up to …; `YYYY-MM-DD`. */
  from: string;
  until: string;
  /** `days 7`, `months 6` since last done; `month`, `week`, `day` … of the calendar; `once`. */
  often: { days: number } | { months: number } | 'day' | 'week' | 'month' | 'two-months' | 'once';
  /** Day of the month it is due on; absent: the end of the period. */
  by?: number;
  aheadMonths?: number;
}

export interface OracleThing {
  code: string;
  kind: string;
  since: string;
  ended?: string;
  lastDone?: string;
}

export interface Told {
  code: string;
  duty: string;
  /** Local day whose end is the due; null: whenever. */
  dueDay: string | null;
  /** Wake at which the worker made it. */
  madeAt: number;
}

const HOURS8 = 8 * 3_600_000;
const DAY = 24 * 3_600_000;
/** 00:00 in China. */
export const midnight = (day: string): number => Date.parse(`${day}T00:00:00Z`) - HOURS8;
export const dayOf = (at: number): string => new Date(at + HOURS8).toISOString().slice(0, 10);
const plus = (day: string, days: number): string => dayOf(midnight(day) + days * DAY);

function plusMonths(day: string, months: number): string {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  const last = new Date(Date.UTC(year, month - 1 + months + 1, 0));
  return new Date(Date.UTC(last.getUTCFullYear(), last.getUTCMonth(), Math.min(date, last.getUTCDate())))
    .toISOString()
    .slice(0, 10);
}

/** First days of periods. */
function begins(often: Promised['often'], day: string): boolean {
  if (often === 'day') return true;
  if (often === 'week') return new Date(`${day}T00:00:00Z`).getUTCDay() === 1;
  if (often === 'month') return day.endsWith('-01');
  return often === 'two-months' && day.endsWith('-01') && Number(day.slice(5, 7)) % 2 === 1;
}

function endOf(often: Promised['often'], first: string): string {
  if (often === 'day') return first;
  if (often === 'week') return plus(first, 6);
  return plus(plusMonths(first, often === 'two-months' ? 2 : 1), -1);
}

/**
 * @param wakes instants at which a worker looked, in order
 * @param doneAt when an order made then is done; null: never
 * @param givenUp it is cancelled rather than done
 */
export function generate(
  promises: readonly Promised[],
  things: readonly OracleThing[],
  registeredAt: number,
  wakes: readonly number[],
  doneAt: (code: string, duty: string, nth: number, madeAt: number) => number | null,
): Told[] {
  const told: Told[] = [];
  for (const thing of things) {
    for (const duty of new Set(promises.filter(({ kind }) => kind === thing.kind).map((one) => one.duty))) {
      const versions = promises.filter((one) => one.duty === duty && one.kind === thing.kind);
      let base = thing.lastDone ?? dayOf(Math.max(midnight(thing.since), registeredAt));
      let open: number | null | 'none' = 'none';
      let nth = 0;
      let looked = registeredAt - 1;
      const make = (dueDay: string | null, madeAt: number): void => {
        told.push({ code: thing.code, duty, dueDay, madeAt });
        nth += 1;
      };
      for (const wake of wakes) {
        if (open !== 'none' && open !== null && open <= wake) {
          base = dayOf(open);
          open = 'none';
        }
        for (let day = dayOf(looked); midnight(day) <= wake; day = plus(day, 1)) {
          const begun = Math.max(midnight(day), registeredAt);
          const rule = versions.find(({ from, until }) => from <= day && day < until);
          if (!rule || (thing.ended !== undefined && day >= thing.ended) || day < thing.since || begun > wake) continue;
          if (typeof rule.often === 'object') {
            if (open !== 'none' || day <= base) continue;
            const counted = 'days' in rule.often ? plus(base, rule.often.days) : plusMonths(base, rule.often.months);
            const due = counted < rule.from ? rule.from : counted;
            const opens = rule.aheadMonths ? plusMonths(due, -rule.aheadMonths) : due;
            if (day < opens) continue;
            make(due, wake);
            open = doneAt(thing.code, duty, nth, wake);
            continue;
          }
          if (begun <= looked) continue;
          const first = looked < registeredAt || day === rule.from;
          if (rule.often === 'once') {
            if (nth === 0) make(null, wake);
          } else if (begins(rule.often, day) || first) {
            let start = day;
            while (!begins(rule.often, start)) start = plus(start, -1);
            const last = endOf(rule.often, start);
            const wanted = rule.by === undefined ? last : `${start.slice(0, 8)}${rule.by}`;
            const due = wanted > last ? last : wanted;
            if (due >= day && !told.some((one) => one.code === thing.code && one.duty === duty && one.dueDay === due))
              make(due, wake);
          }
        }
        looked = wake;
      }
    }
  }
  return told;
}
