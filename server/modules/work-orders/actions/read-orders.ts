/** Reading an order, with its clocks. Nothing is written. */
import type { Tx } from '../../../platform/database.ts';
import { mergeCatalogues, PLATFORM_MESSAGES, say } from '../../../platform/http/messages.ts';
import { DAY, type Instant } from '../../../values/instant.ts';
import { ok, type Result, refuse } from '../../../values/result.ts';
import { premisesById } from '../../registers/index.ts';
import { type OwnerCard, requestCards } from '../contributions.ts';
import { messages } from '../messages.ts';
import { type ClockView, clockView, iso } from '../rules/clock-view.ts';
import { inOrder, keyOf } from '../rules/clocks.ts';
import { maskName, maskPhone } from '../rules/listing/mask.ts';
import { callerView } from '../rules/merging/caller-view.ts';
import { toName } from '../rules/names.ts';
import { offers } from '../rules/offers.ts';
import { bare } from '../rules/readings.ts';
import { routeView } from '../rules/routing/because.ts';
import { routes } from '../rules/routing/routing.ts';
import { timelineItem, wordsFor } from '../rules/timeline.ts';
import { STATE_WORDS } from '../rules/words.ts';
import { attachmentsOf } from '../store/attachments.ts';
import { mergedInto, type OrderRow, orderByNumber } from '../store/orders.ts';
import { staffNames } from '../store/people.ts';
import { attachmentView } from './attach.ts';
import { type Known, type Loaded, load } from './execute.ts';
import { orderView, type Reader } from './listing/order-view.ts';
import { readingsBehind } from './readings.ts';

const catalogue = mergeCatalogues(PLATFORM_MESSAGES, messages);

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
    routing: routes(order, context).map((one) => routeView(one, book.pack, lang)),
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
