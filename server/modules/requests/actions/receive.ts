/** 受理: a caller's words become a request and an order, in one transaction. */
import { ok, type Result, refuse } from '../../../values/result.ts';
import { findAnew, joinOrder, openOrder } from '../../work-orders/index.ts';
import { type Acting, bookAt, dayOf, type Place, placeOf, readyToOpen } from '../book.ts';
import { withRepeat } from '../rules/contact/repeat.ts';
import { needsOrder } from '../rules/contact/voices.ts';
import { mayDecide } from '../rules/decline.ts';
import { type AcceptedIntake, type Intake, readIntake, readReceivedAt } from '../rules/intake.ts';
import { setClassified } from '../store/contact.ts';
import { addRequest, requestById, setOrder } from '../store/requests.ts';
import { type Found, findEarlier } from './earlier.ts';
import { keepConfirmed } from './suggest.ts';
import { tellRepeat, tellVoice } from './tell.ts';

export interface Received {
  requestId: number;
  order: { id: number; number: string };
}

/** Everything of an intake that needs the database, asked and checked. */
export async function accept(acting: Acting, intake: Intake, draft = false, except: number | null = null) {
  const now = acting.time.now();
  const at = readReceivedAt(intake.receivedAt, now);
  if (!at.ok) return at;
  const book = await bookAt(acting.tx, at.value);
  if (!book.ok) return book;
  const place = await placeOf(acting.tx, intake);
  if (!place.ok) return place;
  const accepted = readIntake(
    { ...intake, place: intake.place || place.value.address },
    {
      now,
      vocabulary: book.value.vocabulary,
      draft,
      ...(place.value.customerKind ? { customerKind: place.value.customerKind } : {}),
    },
  );
  if (!accepted.ok) return accepted;
  const { event, phone, receivedAt, facts } = accepted.value;
  const told = { event, phone, place: accepted.value.place, premisesId: place.value.premisesId, at: receivedAt };
  const found = await findEarlier(acting, told, except);
  return ok({
    intake: { ...accepted.value, facts: withRepeat(facts, found) },
    ...{ book: book.value, place: place.value, now, found },
  });
}

export const repeated = (intake: AcceptedIntake): { ok: false; refusal: ReturnType<typeof refuse>['refusal'] } =>
  refuse('request-already-received', { params: { source: intake.source, sourceRef: intake.sourceRef } });

export async function receive(acting: Acting, input: Intake): Promise<Result<Received>> {
  const accepted = await accept(acting, input);
  if (!accepted.ok) return accepted;
  const { intake, book, place, now, found } = accepted.value;
  const kind = mayOpen(intake);
  if (!kind.ok) return kind;
  const requestId = await addRequest(acting.tx, {
    ...{ intake, found },
    premisesId: place.premisesId,
    roadIds: place.roadIds,
    pin: pinOf(place),
    recordedAt: now,
    recordedBy: acting.me?.staffId ?? null,
    ownerId: ownerAtDesk(acting),
    outcome: 'open',
  });
  if (requestId === undefined) return repeated(intake);
  const received =
    input.joinOrderId !== undefined
      ? await join(acting, requestId, intake, accepted.value, input)
      : await open(acting, requestId, intake, book, place, input.form ?? {});
  return told(acting, received, intake, found);
}

/** Praise is registered, never dispatched. */
const mayOpen = ({ event }: AcceptedIntake): Result<true> =>
  needsOrder(event) ? ok(true) : refuse('needs-no-order', { fields: [{ path: 'event', code: 'needs-no-order' }] });

/** 首问: who takes it at a desk answers for it; a file is nobody's. */
export const ownerAtDesk = ({ me, via }: Acting): number | null => (via === 'desk' ? (me?.staffId ?? null) : null);

/** Supervision hears of a repeat, leaders of criticism and exposure; of an import nobody does. */
async function told(
  acting: Acting,
  received: Result<Received>,
  intake: AcceptedIntake,
  found: Found,
): Promise<Result<Received>> {
  if (!received.ok || acting.via !== 'desk') return received;
  const { requestId, order } = received.value;
  await tellRepeat(acting, { requestId, order, place: intake.place, at: intake.receivedAt }, found);
  await tellVoice(acting, requestId, intake, order);
  return received;
}

/** 并入: one incident, many requests. */
async function join(
  acting: Acting,
  requestId: number,
  intake: AcceptedIntake,
  { book, place }: Accepted,
  { form = {}, joinOrderId = 0 }: Pick<Intake, 'form' | 'joinOrderId'>,
): Promise<Result<Received>> {
  if (!acting.me) return refuse('merge-target-not-found');
  const { request, facts = {}, receivedAt } = readyToOpen(requestId, intake, book, place, form, acting.via);
  const joined = await joinOrder({ ...acting, me: acting.me }, joinOrderId, {
    id: requestId,
    elements: request?.elements ?? [],
    channel: intake.channel,
    receivedAt,
    facts,
    event: intake.event ?? '',
    day: dayOf(receivedAt),
  });
  if (!joined.ok) return joined;
  await acting.tx.asSystem(() => setOrder(acting.tx, requestId, openedAs(joinOrderId, intake, place)));
  await findAnew(acting.tx, [joinOrderId]);
  return ok({ requestId, order: { id: joined.value.orderId, number: joined.value.number } });
}

/** The register's point is no pin: nobody set it for this caller. */
const pinOf = ({ position }: Place) => (position?.by === 'person' ? position : null);

const openedAs = (orderId: number, { event, urgent }: AcceptedIntake, place: Place) => ({
  orderId,
  event: event ?? '',
  urgent,
  premisesId: place.premisesId,
  pin: pinOf(place),
  roadIds: place.roadIds,
});

type Accepted = Extract<Awaited<ReturnType<typeof accept>>, { ok: true }>['value'];

async function open(
  acting: Acting,
  requestId: number,
  intake: AcceptedIntake,
  book: Accepted['book'],
  place: Accepted['place'],
  form: Record<string, unknown>,
): Promise<Result<Received>> {
  const order = await openOrder(
    acting.tx,
    acting.me,
    acting.time,
    readyToOpen(requestId, intake, book, place, form, acting.via),
  );
  if (!order.ok) return order;
  const opened = openedAs(order.value.orderId, intake, place);
  await acting.tx.asSystem(() => setOrder(acting.tx, requestId, opened));
  const { event, urgent, content } = intake;
  await keepConfirmed(acting, requestId, content, { event, urgent, place: intake.place, outcome: 'open' }, book);
  return ok({ requestId, order: { id: order.value.orderId, number: order.value.number } });
}

/** What an agent adds when he classifies a draft. */
export type Classification = Pick<
  Intake,
  | 'event'
  | 'urgent'
  | 'place'
  | 'premisesId'
  | 'communityId'
  | 'districtId'
  | 'roadIds'
  | 'lon'
  | 'lat'
  | 'reporter'
  | 'phone'
  | 'contactTimes'
  | 'facts'
  | 'form'
  | 'joinOrderId'
>;

/** A draft that has been read and classified opens its order; its clocks run from the day it was received. */
export async function openDraft(acting: Acting, requestId: number, given: Classification): Promise<Result<Received>> {
  const request = await requestById(acting.tx, requestId, true);
  if (!request) return refuse('request-not-found');
  const may = mayDecide(request);
  if (!may.ok) return may;
  const accepted = await accept(
    acting,
    {
      channel: request.channel,
      receivedAt: new Date(request.receivedAt).toISOString(),
      content: request.content,
      place: request.place,
      urgent: request.urgent,
      ...(request.reporter ? { reporter: request.reporter } : {}),
      ...(request.phone ? { phone: request.phone } : {}),
      ...(request.contactTimes ? { contactTimes: request.contactTimes } : {}),
      ...given,
      facts: { ...request.facts, ...given.facts },
    },
    false,
    requestId,
  );
  if (!accepted.ok) return accepted;
  const { intake, book, place, found } = accepted.value;
  const kind = mayOpen(intake);
  if (!kind.ok) return kind;
  await setClassified(acting.tx, requestId, intake, {
    ...found,
    premisesId: place.premisesId,
    ownerId: ownerAtDesk(acting),
  });
  const received =
    given.joinOrderId !== undefined
      ? await join(acting, requestId, intake, accepted.value, given)
      : await open(acting, requestId, intake, book, place, given.form ?? {});
  return told(acting, received, intake, found);
}
