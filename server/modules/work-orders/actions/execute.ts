/** Every command on an order: load, decide, save, announce, in one transaction. */
import type { TimeSource } from '../../../platform/clock.ts';
import type { Tx } from '../../../platform/database.ts';
import type { Instant } from '../../../values/instant.ts';
import { ok, type Refusal, type Result, refuse } from '../../../values/result.ts';
import { type Action, allowed, listStaff, type Me, within } from '../../identity/index.ts';
import { requestCards } from '../contributions.ts';
import { type ClockRow, isRunning } from '../rules/clocks.ts';
import type { Actor, Context, Inputs } from '../rules/context.ts';
import { decide } from '../rules/decide.ts';
import { fold } from '../rules/fold.ts';
import { ACTION, type Command, raisesVersion } from '../rules/lifecycle.ts';
import type { Flag, FormValues, LogEntry, OrderState, Via } from '../rules/order.ts';
import { type Book, countedFacts, untilOf } from '../rules/rulebook.ts';
import { toldInWriting } from '../rules/satisfaction/call.ts';
import type { Rating } from '../rules/satisfaction/levels.ts';
import { showTime, wordsFor } from '../rules/timeline.ts';
import { COMMAND_WORDS } from '../rules/words.ts';
import { clocksOf } from '../store/clocks.ts';
import { lastCommand, logOf } from '../store/events.ts';
import { type OrderRow, orderById, survivorOf } from '../store/orders.ts';
import { findAnew } from './listing/make-findable.ts';
import { heldBy, unitsOf } from './people.ts';
import { bookUnder } from './rulebook.ts';
import { type Saved, save, systemEntries } from './save.ts';

export interface Given {
  tx: Tx;
  me: Me;
  time: TimeSource;
  lang?: 'zh' | 'en';
}

export interface Body<C extends Command> {
  /** Version of the order its writer had seen. */
  version?: number;
  occurredAt?: Instant;
  via?: Via;
  /** Of a phone: the id it gave the command, and what is doubtful about it. */
  sent?: string;
  flags?: readonly Flag[];
  input: Inputs[C];
}

export interface Loaded {
  row: OrderRow;
  order: OrderState;
  log: LogEntry[];
  clocks: ClockRow[];
  book: Book;
  context: Context;
}

export const placed = (row: Pick<OrderRow, 'departmentId' | 'districtId' | 'handlerId' | 'sealedTo'>) => ({
  department_id: row.departmentId,
  district_id: row.districtId,
  handler_id: row.handlerId,
  sealed_to: row.sealedTo,
});

export const maySee = (me: Me, row: OrderRow, action: Action = 'orders.read'): boolean =>
  within(me, allowed(me, action), placed(row));

/** What was merged stays to be seen by whoever sees the order it went into. */
export async function maySeeMerged(tx: Tx, me: Me, row: OrderRow, action: Action = 'orders.read'): Promise<boolean> {
  if (maySee(me, row, action)) return true;
  const survivor = row.mergedInto === null ? undefined : await survivorOf(tx, row.orderId);
  return survivor !== undefined && maySee(me, survivor, action);
}

const actorOn = (me: Me, row: OrderRow): Actor => ({
  staffId: me.staffId,
  departmentId: me.departmentId,
  may: (action) => within(me, allowed(me, action as Action), placed(row)),
});

/** What is known already, of an order just written. */
export interface Known extends Saved {
  units: Context['units'];
}

/** Everything a decision on the order is told. */
export async function load(given: Given, orderId: number, lock: boolean, known?: Known): Promise<Loaded | undefined> {
  const { tx, me, time } = given;
  // locked first, so that the rest is read as it then stays
  const [row, log, clocks, units] = await Promise.all([
    orderById(tx, orderId, lock),
    known?.log ?? logOf(tx, orderId),
    known?.clocks ?? clocksOf(tx, orderId),
    known?.units ?? unitsOf(tx),
  ]);
  if (!row || !(await maySeeMerged(tx, me, row))) return undefined;
  const book = await bookUnder(tx, row);
  const order = fold(log);
  const now = time.now();
  const counted = countedFacts(book, log, order, now);
  const context: Context = {
    ...book,
    holds: (when, of) => book.holds(when, { ...of, facts: { ...counted, ...of.facts } }),
    now,
    actor: actorOn(me, row),
    units,
    clocks: clocks.map((clock) => ({
      id: clock.clockId,
      until: untilOf(book, clock),
      due: clock.dueAt,
      open: isRunning(clock),
    })),
  };
  return { row, order, log, clocks, book, context };
}

/**
 * The order a command is given on. Who may not give it hears that before anything of its state, its version or what
 * was sent: in this one place for every command.
 */
export async function loadFor(
  given: Given,
  orderId: number,
  command: Command,
  lock: boolean,
  action: Action = actionOf(command),
): Promise<Result<Loaded>> {
  const loaded = await load(given, orderId, lock);
  if (!loaded) return refuse('order-not-found');
  const { may } = loaded.context.actor;
  if (!may(action)) return refuse('forbidden', { params: { action } });
  loaded.context.actor.may = (asked) => may(asked === ACTION[command] ? action : asked);
  return ok(loaded);
}

/** @param by permission it is given under: a module below records what it did itself under a permission of its own */
export async function execute<C extends Command>(
  given: Given,
  orderId: number,
  command: C,
  body: Body<C>,
  by: Action = actionOf(command),
): Promise<Result<Known>> {
  const loaded = await loadFor(given, orderId, command, true, by);
  if (!loaded.ok) return loaded;
  const { row, order, log, clocks, book, context } = loaded.value;
  if (body.version !== undefined && body.version !== order.version && raisesVersion(command))
    return changed(given, orderId, order.version);
  if (command === 'assign') context.handler = await handlerNamed(given.tx, (body.input as Inputs['assign']).handlerId);
  const decision = decide(order, command, body.input, context, {
    via: body.via ?? 'desk',
    flags: body.flags ?? [],
    ...(body.sent === undefined ? {} : { sent: body.sent }),
    ...(body.occurredAt === undefined ? {} : { occurredAt: body.occurredAt }),
  });
  if (!decision.ok) return inWords(decision, given, book);
  const { entries, order: after } = decision.value;
  const standing = {
    orderId,
    number: row.number,
    order: after,
    log: [...log, ...entries],
    clocks,
    units: context.units,
    book,
  };
  const saved = await save(given.tx, standing, entries, context.now);
  if (standsElsewhere(order, after)) await findAnew(given.tx, [orderId]);
  // whoever dispatched what is sealed does not see it any more
  await given.tx.asSystem(() => keepCallerDetails(given.tx, orderId, (body.input as { form?: FormValues }).form));
  return ok({ ...saved, units: context.units });
}

const standsElsewhere = (before: OrderState, after: OrderState): boolean =>
  before.place !== after.place ||
  before.position?.lon !== after.position?.lon ||
  before.position?.lat !== after.position?.lat;

async function handlerNamed(tx: Tx, staffId: number): Promise<Context['handler']> {
  const staff = (await listStaff(tx, { department: null, role: null })).find(({ staff_id }) => staff_id === staffId);
  return staff
    ? {
        staffId,
        name: staff.name,
        departmentId: staff.department_id,
        active: true,
        crew: staff.roles.includes('crew-member'),
        certificates: (await heldBy(tx, [staffId])).get(staffId) ?? [],
      }
    : null;
}

/** Somebody else was first: who, when, with what. */
export async function changed({ tx, lang = 'zh' }: Given, orderId: number, version: number): Promise<Result<never>> {
  const last = await lastCommand(tx, orderId);
  const words = COMMAND_WORDS[last?.command as Command] ?? { zh: '受理', en: 'Open' };
  return refuse('order-changed', {
    params: {
      by: last?.name ?? (lang === 'en' ? 'The system' : '系统'),
      at: last?.recordedAt.toISOString() ?? '',
      atShown: last ? showTime(last.recordedAt.getTime()) : '',
      command: last?.command ?? '',
      commandName: words[lang],
      version,
    },
  });
}

/** Names and times as people read them. */
export function inWords(
  refused: { ok: false; refusal: Refusal },
  { lang = 'zh' }: Given,
  book: Book,
): { ok: false; refusal: Refusal } {
  const { params } = refused.refusal;
  return params ? { ok: false, refusal: { ...refused.refusal, params: wordsFor(params, book, lang) } } : refused;
}

/** What the dispatcher filled in of the caller goes where callers are kept; the log only knows that it was given. */
async function keepCallerDetails(tx: Tx, orderId: number, form: FormValues | undefined): Promise<void> {
  if (!form) return;
  const text = (value: unknown) => (typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined);
  const phone = text(form.phone) ?? text(form.mobile);
  const reporter = text(form.reporter);
  const contactTimes = text(form['contact-time']);
  if (!phone && !reporter && !contactTimes) return;
  await requestCards().complete?.(tx, orderId, {
    ...(phone ? { phone } : {}),
    ...(reporter ? { reporter } : {}),
    ...(contactTimes ? { contactTimes } : {}),
  });
  await findAnew(tx, [orderId]);
}

export const actionOf = (command: Command): Action => ACTION[command] as Action;

export interface Rated {
  requestId: number;
  rating: Rating;
  /** His own words; may be empty. */
  words: string;
}

/** 好差评 a customer gives himself, by the link he was sent: nobody's command, written by the system.
 * @param round it was asked in: another round has another answer */
export async function rateOrder(
  tx: Tx,
  time: TimeSource,
  orderId: number,
  round: number,
  rated: Rated,
): Promise<Result<true>> {
  const [row, log, clocks, units] = await Promise.all([
    orderById(tx, orderId, true),
    logOf(tx, orderId),
    clocksOf(tx, orderId),
    unitsOf(tx),
  ]);
  const order = fold(log);
  if (
    !row ||
    order.state !== 'closed' ||
    order.round !== round ||
    !order.requests.some(({ id }) => id === rated.requestId)
  )
    return refuse('order-not-to-rate');
  const book = await bookUnder(tx, row);
  const now = time.now();
  const entries = systemEntries(toldInWriting(order, rated, book, now), order.lastSeq, order.version, now);
  const written = [...log, ...entries];
  await save(
    tx,
    { orderId, number: row.number, order: fold(written), log: written, clocks, units, book },
    entries,
    now,
  );
  return ok(true);
}
