/** Statements captured from a server, issued again by a bare client: what PostgreSQL alone allows. */
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type pg from 'pg';

interface Captured {
  /** Transaction it is of. */
  of: number;
  text: string;
  values: unknown[];
}

export type Lifecycle = Captured[];

const value = (plain: unknown): unknown => {
  const { date, bytes } = (plain ?? {}) as { date?: number; bytes?: string };
  if (typeof date === 'number') return new Date(date);
  return typeof bytes === 'string' ? Buffer.from(bytes, 'base64') : plain;
};

/** One list for each lifecycle, which begins with the transaction that keeps a request. */
export function lifecyclesIn(file: string): Lifecycle[] {
  const found: Lifecycle[] = [];
  let last: Captured[] = [];
  const transactions = Map.groupBy(
    readFileSync(file, 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Captured),
    ({ of }) => of,
  );
  const replayed = (statements: readonly Captured[]) =>
    statements.map((one) => ({ ...one, values: one.values.map(value) }));
  for (const statements of transactions.values()) {
    // the number of the day is taken apart, while the request is being kept: one client does it before
    const numbers = statements.some(({ text }) => text.includes('insert into work_orders.day_counter'));
    const keeps = statements.some(({ text }) => text.includes('platform.idempotency'));
    if (numbers && !keeps) last.unshift(...replayed(statements));
    // questions of other desks, and those by which the caller found out who he is, belong to no order
    if (!keeps) continue;
    if (statements.some(({ text }) => text.includes('insert into requests.request'))) {
      last = [];
      found.push(last);
    }
    last.push(...replayed(statements));
  }
  return found;
}

const names = new Map<string, string>();
const nameOf = (text: string): string => {
  const name = names.get(text) ?? `b${names.size}`;
  names.set(text, name);
  return name;
};

/** Numbers the database gave then, and gives now. */
class Renamed {
  readonly #ids = new Map<number, number>();
  readonly #texts: [string, string][] = [];

  id(then: number, now: number): void {
    this.#ids.set(then, now);
    this.#texts.push([String(then), String(now)]);
  }

  text(then: string, now: string): void {
    this.#texts.push([then, now]);
  }

  of(given: unknown): unknown {
    if (typeof given === 'number') return this.#ids.get(given) ?? given;
    if (typeof given === 'string')
      return this.#texts.reduce(
        (text, [then, now]) => (text.includes(then) ? text.replaceAll(then, now) : text),
        given,
      );
    return Array.isArray(given) ? given.map((one) => this.of(one)) : given;
  }
}

/** What names the rows of a lifecycle, by the statement that made them. */
const MADE: [RegExp, string][] = [
  [/insert into requests\.request \(/, 'requestId'],
  [/insert into work_orders\.work_order \(/, 'orderId'],
];

/** One after the other, each with its plan kept. Throws as the database does. */
export async function replay(client: pg.Client, lifecycle: Lifecycle, answers: Map<Captured, number>): Promise<void> {
  const renamed = new Renamed();
  let of = 0;
  let key = '';
  for (const one of lifecycle) {
    const { text } = one;
    if (one.of !== of) key = randomUUID();
    of = one.of;
    if (one.values.length === 0) {
      await client.query(text);
      continue;
    }
    const values = one.values.map((given) => renamed.of(given));
    // (utility, staff, key …) where it is taken, (status, body, utility, staff, key) where the answer is kept
    if (text.includes('insert into platform.idempotency')) values[2] = key;
    if (text.includes('update platform.idempotency')) values[4] = key;
    const { rows } = await client.query<Record<string, unknown>>({ name: nameOf(text), text, values });
    const then = answers.get(one);
    const made = MADE.find(([inserts]) => inserts.test(text))?.[1];
    if (made && then !== undefined) renamed.id(then, Number(rows[0]?.[made]));
    if (text.includes('insert into work_orders.day_counter') && then !== undefined) {
      const number = (n: number) => `-${String(n).padStart(4, '0')}`;
      renamed.text(number(then), number(Number(rows[0]?.last)));
    }
  }
}

/** What the captured inserts were answered: read from what was written with it afterwards. */
export function answersOf(lifecycle: Lifecycle): Map<Captured, number> {
  const answers = new Map<Captured, number>();
  const kept = lifecycle.find(({ text }) => text.includes('update platform.idempotency'));
  const body = JSON.parse(String(kept?.values[1])) as {
    request: { id: number };
    order: { id: number; number: string };
  };
  for (const one of lifecycle) {
    if (one.text.includes('insert into requests.request (')) answers.set(one, body.request.id);
    if (one.text.includes('insert into work_orders.work_order (')) answers.set(one, body.order.id);
    if (one.text.includes('insert into work_orders.day_counter'))
      answers.set(one, Number(body.order.number.split('-')[1]));
  }
  return answers;
}
