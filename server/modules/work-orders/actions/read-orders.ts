/** Reading orders: the list, one order, its clocks. Nothing is written. */
import type { TimeSource } from '../../../platform/clock.ts';
import type { Tx } from '../../../platform/database.ts';
import { mergeCatalogues, PLATFORM_MESSAGES, say } from '../../../platform/http/messages.ts';
import { DAY, type Instant } from '../../../values/instant.ts';
import { ok, type Result, refuse } from '../../../values/result.ts';
import { type Action, allowed, type Me } from '../../identity/index.ts';
import { accountIs, premisesById } from '../../registers/index.ts';
import { type OwnerCard, requestCards } from '../contributions.ts';
import { messages } from '../messages.ts';
import { type ClockView, clockView, iso } from '../rules/clock-view.ts';
import { inOrder, keyOf, stateAt } from '../rules/clocks.ts';
import { ACTION, PRIMARY, STATES, type State } from '../rules/lifecycle.ts';
import { maskName, maskPhone } from '../rules/mask.ts';
import { callerView } from '../rules/merging/caller-view.ts';
import { clockNameAmong, namesakes, type ToName, toName } from '../rules/names.ts';
import { offers } from '../rules/offers.ts';
import { bare } from '../rules/readings.ts';
import { routes } from '../rules/routing/routing.ts';
import type { Rulebook } from '../rules/rulebook.ts';
import { timelineItem, wordsFor } from '../rules/timeline.ts';
import { type Lang, STATE_WORDS } from '../rules/words.ts';
import { attachmentsOf } from '../store/attachments.ts';
import {
  type Condition,
  type Counts,
  clocksByOrder,
  countOrders,
  type Filter,
  listOrders,
  NOTHING,
  pausesShown,
  type Sight,
} from '../store/lists.ts';
import { mergedInto, type OrderRow, orderByNumber } from '../store/orders.ts';
import { staffNames } from '../store/people.ts';
import { attachmentView } from './attach.ts';
import { type Known, type Loaded, load } from './execute.ts';
import { readingsBehind } from './readings.ts';
import { rulebookByHash } from './rulebook.ts';

const catalogue = mergeCatalogues(PLATFORM_MESSAGES, messages);

export interface Reader {
  tx: Tx;
  me: Me;
  time: TimeSource;
  lang: Lang;
}

export const sightOf = (me: Me, action: Action = 'orders.read'): Sight => ({
  scope: allowed(me, action) ?? 'own',
  staffId: me.staffId,
  departmentId: me.departmentId,
  districts: me.districts,
});

/** States whose next step is mine to take. A crew member's own orders are counted by their handler. */
const myStates = (me: Me): State[] =>
  STATES.filter((state) => {
    const next = PRIMARY[state];
    const scope = next && allowed(me, ACTION[next.command] as Action);
    return scope !== undefined && scope !== null && scope !== 'own';
  });

export interface ListQuery {
  tab?: Filter['tab'];
  state?: string;
  department?: string;
  event?: string;
  q?: string;
  sort?: 'due' | 'received';
  closed?: boolean;
  /** Only those somebody had to tell twice. */
  repeated?: boolean;
  limit?: number;
  cursor?: string;
}

const time = (at: Date | null): string | null => at?.toISOString() ?? null;

function orderView(
  row: OrderRow,
  book: Rulebook,
  lang: Lang,
  now: Instant,
  /** Clocks of the order, at least those named alike. */
  clocks: readonly ToName[],
  pauses: { from: Instant; until: Instant | null }[],
  repeat: boolean,
) {
  const dueClock = clocks.find(({ id }) => id === row.dueClock) ?? {
    id: row.dueClock ?? '',
    section: 'clocks' as const,
  };
  const ms = (at: Date | null) => at?.getTime() ?? null;
  return {
    id: row.orderId,
    number: row.number,
    event: row.event,
    eventName: book.words.events.get(row.event)?.[lang] ?? row.event,
    channel: row.channel,
    state: row.state,
    round: row.round,
    summary: row.summary,
    place: row.place,
    urgent: row.urgent,
    departmentId: row.departmentId,
    departmentName: row.departmentName,
    handlerId: row.handlerId,
    handlerName: row.handlerName,
    districtId: row.districtId,
    receivedAt: row.receivedAt.toISOString(),
    createdAt: row.createdAt.toISOString(),
    closedAt: time(row.closedAt),
    supervisedAt: time(row.supervisedAt),
    lateCount: row.lateCount,
    callers: row.callers,
    repeat,
    sealed: row.sealedTo !== null,
    version: row.version,
    due:
      row.dueClock === null || row.dueState === null || row.dueStartAt === null
        ? null
        : {
            clock: row.dueClock,
            name: clockNameAmong(dueClock, clocks, book)[lang],
            state: stateAt({ state: row.dueState, warnAt: ms(row.dueWarnAt), breachAt: ms(row.dueAt) }, now),
            startAt: row.dueStartAt.toISOString(),
            dueAt: time(row.dueAt),
            warnAt: time(row.dueWarnAt),
            pauses: pauses.map((pause) => ({
              from: iso(pause.from),
              until: pause.until === null ? null : iso(pause.until),
            })),
          },
  };
}

/** What callers say besides number and place: the account, their phone, their name. */
function meantBy(q: string): Condition[] {
  const account = accountIs(q);
  const caller = requestCards().calledBy?.(q);
  return [...(account ? [account] : []), ...(caller ? [caller] : [])];
}

export type OrderView = ReturnType<typeof orderView>;
export type ListView = { items: OrderView[]; next: string | null; counts: Counts; now: string };

export async function readOrders({ tx, me, time: clock, lang }: Reader, query: ListQuery): Promise<Result<ListView>> {
  const after = query.cursor === undefined ? undefined : readCursor(query.cursor);
  if (after === null) return refuse('cursor-not-valid');
  const limit = query.limit ?? 50;
  const filter: Filter = {
    tab: query.tab ?? 'all',
    closed: query.closed ?? false,
    sort: query.sort ?? 'due',
    limit: limit + 1,
    myStates: myStates(me),
    received: requestCards().ownedBy?.(me.staffId, me.departmentId) ?? NOTHING,
    ...(query.repeated ? { repeated: requestCards().repeatedIn?.() ?? NOTHING } : {}),
    ...(query.state ? { state: query.state } : {}),
    ...(query.department ? { department: query.department } : {}),
    ...(query.event ? { event: query.event } : {}),
    ...(query.q?.trim() ? { q: query.q.trim(), meant: meantBy(query.q.trim()) } : {}),
    ...(after ? { after } : {}),
  };
  const sight = sightOf(me);
  const rows = await listOrders(tx, filter, sight);
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  const held = page.filter(({ dueState }) => dueState === 'paused').map(({ orderId }) => orderId);
  const pauses = new Map(
    (held.length === 0 ? [] : await pausesShown(tx, held)).map((row) => [row.orderId, row.pauses]),
  );
  const clocks = await clocksNamed(tx, page);
  const repeats = new Set(await requestCards().repeatsAmong?.(tx, page.map(idOf)));
  const items: OrderView[] = [];
  for (const row of page) {
    const book = await rulebookByHash(tx, row.packHash);
    const shown = clocks.get(row.orderId) ?? [];
    items.push(orderView(row, book, lang, clock.now(), shown, pauses.get(row.orderId) ?? [], repeats.has(row.orderId)));
  }
  return ok({
    items,
    next:
      rows.length > limit && last ? Buffer.from(JSON.stringify([last.key, last.orderId])).toString('base64url') : null,
    counts: await countOrders(tx, filter, sight),
    now: iso(clock.now()),
  });
}

/** The clocks by which the one shown is named; more of them is read only where two are named alike. */
async function clocksNamed(tx: Tx, page: readonly OrderRow[]): Promise<Map<number, ToName[]>> {
  const due = page.filter(({ dueClock }) => dueClock !== null);
  const found = new Map(
    (due.length === 0 ? [] : await clocksByOrder(tx, due.map(idOf))).map((one) => [one.orderId, one.clocks]),
  );
  const alike: number[] = [];
  for (const row of due) {
    const clocks = found.get(row.orderId) ?? [];
    const own = clocks.find(({ id }) => id === row.dueClock);
    if (own && namesakes(own, clocks, await rulebookByHash(tx, row.packHash)).length > 0) alike.push(row.orderId);
  }
  for (const one of alike.length === 0 ? [] : await clocksByOrder(tx, alike, true)) found.set(one.orderId, one.clocks);
  return found;
}

const idOf = ({ orderId }: OrderRow): number => orderId;

const KEY = /^(infinity|\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}(\.\d{1,6})?\+00)$/;

/** null: not one of ours. */
function readCursor(text: string): { key: string; id: number } | null {
  try {
    const value: unknown = JSON.parse(Buffer.from(text, 'base64url').toString('utf8'));
    if (!Array.isArray(value) || value.length !== 2) return null;
    const [key, id] = value as unknown[];
    return typeof key === 'string' && KEY.test(key) && typeof id === 'number' && Number.isSafeInteger(id)
      ? { key, id }
      : null;
  } catch {
    return null;
  }
}

export async function readClocks(reader: Reader, orderId: number): Promise<Result<ClockView[]>> {
  const loaded = await load(reader, orderId, false);
  return loaded ? ok(await clockViews(loaded, reader)) : refuse('order-not-found');
}

const namesOf = ({ context }: Loaded): Map<string, string> =>
  new Map(context.units.map(({ departmentId, name }) => [departmentId, name]));

async function clockViews(loaded: Loaded, { tx, lang, time: clock }: Reader): Promise<ClockView[]> {
  const now = clock.now();
  const readings = await readingsBehind(tx, loaded, now);
  return inOrder(loaded.clocks).map((row) =>
    clockView(row, readings.get(keyOf(row)) ?? bare(row), loaded.book, lang, now, namesOf(loaded), loaded.clocks),
  );
}

/** To who has just acted on it, even where it is sealed to another by now 保密. */
export const readOnce = (reader: Reader, orderId: number, known?: Known) =>
  reader.tx.asSystem(() => readOrder(reader, orderId, known));

/** @param known of an order just written: is not read again */
export async function readOrder(reader: Reader, orderId: number, known?: Known) {
  const loaded = await load(reader, orderId, false, known);
  if (!loaded) return refuse('order-not-found');
  const { tx, lang, time: clock } = reader;
  const { row, order, log, clocks, book, context } = loaded;
  const now = clock.now();
  const [cards, others, files, premises] = await Promise.all([
    requestCards().ofOrder(tx, orderId),
    mergedInto(tx, orderId),
    attachmentsOf(tx, orderId),
    premisesOf(reader, row, now),
  ]);
  const staff = await staffNames(
    tx,
    [
      ...new Set([
        ...log.flatMap(({ staffId, data }) => [staffId, data.handlerId ?? null]),
        ...order.asks.map(({ askedBy }) => askedBy),
        ...cards.flatMap(({ owner, handOvers }) => [
          owner.staffId,
          ...handOvers.flatMap(({ byId, from, to }) => [byId, from.staffId, to.staffId]),
        ]),
      ]),
    ].filter((id) => id !== null),
  );
  const named = { staff, departments: namesOf(loaded), clocks, book, lang };
  const ownerName = ({ staffId, unit }: OwnerCard): string | null =>
    staffId !== null ? name(staffId) : unit === null ? null : (named.departments.get(unit) ?? unit);
  const due = clocks.find((clockRow) => clockRow.clockId === row.dueClock && clockRow.state === 'paused');
  const name = (id: number | null) => (id === null ? null : (staff.get(id) ?? null));
  return ok({
    ...orderView(
      row,
      book,
      lang,
      now,
      clocks.map(toName),
      due?.pauses ?? [],
      cards.some(({ repeatOf }) => repeatOf !== null),
    ),
    stateName: STATE_WORDS[row.state][lang],
    content: order.content,
    facts: order.facts,
    seal:
      row.sealedTo === null
        ? null
        : {
            to: row.sealedTo,
            toName: namesOf(loaded).get(row.sealedTo) ?? row.sealedTo,
            concernedUnit: row.concernedUnit,
            concernedName:
              row.concernedUnit === null ? null : (namesOf(loaded).get(row.concernedUnit) ?? row.concernedUnit),
            concernedPerson: row.concernedPerson,
          },
    pack: { id: book.pack.pack, version: book.pack.version, utility: book.pack.utility, hash: book.pack.hash },
    mergedInto: order.mergedInto ? { id: order.mergedInto.id, number: order.mergedInto.number } : null,
    merged: others.map((one) => ({
      id: one.orderId,
      number: one.number,
      at: one.closedAt.toISOString(),
    })),
    requests: cards.map((card) => ({
      ...callerView(card.id, order, log),
      id: card.id,
      channel: card.channel,
      channelName: book.words.channels.get(card.channel)?.[lang] ?? card.channel,
      receivedAt: iso(card.receivedAt),
      reporter: maskName(card.reporter),
      phone: maskPhone(card.phone),
      contactTimes: card.contactTimes,
      place: card.place,
      content: card.content,
      sourceRef: card.sourceRef,
      ownerId: card.owner.staffId,
      ownerUnit: card.owner.unit,
      owner: ownerName(card.owner),
      handOvers: card.handOvers.map(({ at, byId, from, to, reason }) => ({
        at: iso(at),
        by: name(byId) ?? '',
        from: ownerName(from),
        to: ownerName(to) ?? '',
        reason,
      })),
      earlier: card.earlier,
      repeat: card.repeatOf !== null,
    })),
    clocks: await clockViews(loaded, reader),
    timeline: log.map((entry) => timelineItem(entry, named)),
    asks: order.asks.map((ask) => {
      const entry = [...book.pack.approvals, ...book.pack.pauses].find(({ id }) => id === ask.entry);
      return {
        id: ask.id,
        kind: ask.kind,
        entry: ask.entry,
        reason: ask.reason,
        basis: ask.basis,
        from: ask.from === null ? null : iso(ask.from),
        until: ask.until === null ? null : iso(ask.until),
        askedAt: iso(ask.askedAt),
        askedBy: name(ask.askedBy) ?? '',
        decidedAt: ask.decidedAt === null ? null : iso(ask.decidedAt),
        decidedBy: name(ask.decidedBy),
        decision: ask.decision,
        note: ask.note,
        ...(entry ? { article: entry.article } : {}),
      };
    }),
    attachments: files.map(attachmentView),
    allowed: offers(order, context, book, lang).map(({ because, ...offer }) => ({
      ...offer,
      ...(because ? { reason: say(catalogue, lang, because.code, wordsFor(because.params, book, lang)) } : {}),
    })),
    premises,
    position: positionOf(row),
    roadIds: row.roadIds,
    routing: routes(order, context),
    now: iso(now),
  });
}

const positionOf = ({ lon, lat, positionBy: by }: OrderRow) =>
  lon === null || lat === null || by === null ? null : { lon, lat, by };

async function premisesOf({ tx }: Reader, row: OrderRow, now: Instant) {
  const premises = row.premisesId === null ? undefined : await premisesById(tx, row.premisesId);
  if (!premises) return null;
  return {
    id: premises.premisesId,
    accountNumber: premises.accountNumber,
    address: premises.address,
    community: premises.community,
    customerName: maskName(premises.customerName) ?? '',
    customerPhone: maskPhone(premises.customerPhone),
    meterDn: premises.meterDn,
    supply: premises.supply,
    recentRequests: (await requestCards().recentAt?.(tx, premises.premisesId, now - 30 * DAY)) ?? 0,
  };
}

/** By its number, of one utility. */
export const orderIdOf = async (tx: Tx, number: string): Promise<number | undefined> =>
  (await orderByNumber(tx, number))?.orderId;
