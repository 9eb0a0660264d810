/** 受理: a caller's words become a request and an order, in one transaction. */
import { ok, type Result, refuse } from '../../../values/result.ts';
import { joinOrder, openOrder } from '../../work-orders/index.ts';
import { type Acting, bookAt, dayOf, type Place, placeOf, readyToOpen } from '../book.ts';
import { mayDecide } from '../rules/decline.ts';
import { type AcceptedIntake, type Intake, readIntake, readReceivedAt } from '../rules/intake.ts';
import { addRequest, requestById, setOrder } from '../store/requests.ts';
import { keepConfirmed } from './suggest.ts';

export interface Received {
  requestId: number;
  order: { id: number; number: string };
}

/** Everything of an intake that needs the database, asked and checked. */
export async function accept(acting: Acting, intake: Intake, draft = false) {
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
  return ok({ intake: accepted.value, book: book.value, place: place.value, now });
}

export const repeated = (intake: AcceptedIntake): { ok: false; refusal: ReturnType<typeof refuse>['refusal'] } =>
  refuse('request-already-received', { params: { source: intake.source, sourceRef: intake.sourceRef } });

export async function receive(acting: Acting, input: Intake): Promise<Result<Received>> {
  const accepted = await accept(acting, input);
  if (!accepted.ok) return accepted;
  const { intake, book, place, now } = accepted.value;
  const requestId = await addRequest(acting.tx, {
    intake,
    premisesId: place.premisesId,
    roadIds: place.roadIds,
    pin: pinOf(place),
    recordedAt: now,
    recordedBy: acting.me?.staffId ?? null,
    outcome: 'open',
  });
  if (requestId === undefined) return repeated(intake);
  if (input.joinOrderId !== undefined) return join(acting, requestId, intake, accepted.value, input);
  return open(acting, requestId, intake, book, place, input.form ?? {});
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
    day: dayOf(receivedAt),
  });
  if (!joined.ok) return joined;
  await setOrder(acting.tx, requestId, openedAs(joinOrderId, intake, place));
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
  await setOrder(acting.tx, requestId, openedAs(order.value.orderId, intake, place));
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
export async function openDraft(acting: Acting, requestId: number, told: Classification): Promise<Result<Received>> {
  const request = await requestById(acting.tx, requestId, true);
  if (!request) return refuse('request-not-found');
  const may = mayDecide(request);
  if (!may.ok) return may;
  const accepted = await accept(acting, {
    channel: request.channel,
    receivedAt: new Date(request.receivedAt).toISOString(),
    content: request.content,
    place: request.place,
    urgent: request.urgent,
    ...(request.reporter ? { reporter: request.reporter } : {}),
    ...(request.phone ? { phone: request.phone } : {}),
    ...(request.contactTimes ? { contactTimes: request.contactTimes } : {}),
    ...told,
    facts: { ...request.facts, ...told.facts },
  });
  if (!accepted.ok) return accepted;
  const { intake, book, place } = accepted.value;
  if (told.joinOrderId !== undefined) return join(acting, requestId, intake, accepted.value, told);
  return open(acting, requestId, intake, book, place, told.form ?? {});
}
