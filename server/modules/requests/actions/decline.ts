/** 不予受理: explained to the caller, and handed on where it is another's duty. */
import { ok, type Result, refuse } from '../../../values/result.ts';
import { type Acting, bookAt } from '../book.ts';
import { type Decline, mayDecide, readDecline, readToldAt } from '../rules/decline.ts';
import type { Intake } from '../rules/intake.ts';
import { setTold } from '../store/contact.ts';
import { addRequest, type RequestRow, requestById, setDeclined } from '../store/requests.ts';
import { accept, ownerAtDesk, repeated } from './receive.ts';
import { keepConfirmed } from './suggest.ts';

export interface Declining {
  reason: string;
  explanation?: string;
  handedTo?: string;
  /** ISO 8601; by default now. */
  toldAt?: string;
}

const stored = async (acting: Acting, requestId: number): Promise<Result<RequestRow>> => {
  const row = await requestById(acting.tx, requestId);
  return row ? ok(row) : refuse('request-not-found');
};

async function enter(acting: Acting, input: Intake, decline: Decline): Promise<Result<number>> {
  // What is declined need not be classified: it may be about nothing the rulebook has a word for.
  const accepted = await accept(acting, input, true);
  if (!accepted.ok) return accepted;
  const { intake, place, now, found } = accepted.value;
  const requestId = await addRequest(acting.tx, {
    ...{ intake, found },
    premisesId: place.premisesId,
    recordedAt: now,
    recordedBy: acting.me?.staffId ?? null,
    ownerId: ownerAtDesk(acting),
    outcome: 'declined',
    decline,
  });
  if (requestId === undefined) return repeated(intake);
  const { event, urgent, content } = intake;
  const confirmed = { event, urgent, place: intake.place, outcome: decline.reason };
  await keepConfirmed(acting, requestId, content, confirmed, accepted.value.book);
  return ok(requestId);
}

export async function declineNew(acting: Acting, input: Intake, declining: Declining): Promise<Result<RequestRow>> {
  const decline = readDecline(declining, acting.time.now(), acting.via === 'desk' ? 'desk' : 'nobody');
  if (!decline.ok) return decline;
  const entered = await enter(acting, input, decline.value);
  return entered.ok ? stored(acting, entered.value) : entered;
}

export async function declineDraft(
  acting: Acting,
  requestId: number,
  declining: Declining,
): Promise<Result<RequestRow>> {
  const request = await requestById(acting.tx, requestId, true);
  if (!request) return refuse('request-not-found');
  const decline = readDecline(declining, acting.time.now(), acting.via === 'desk' ? 'desk' : 'nobody');
  if (!decline.ok) return decline;
  const may = mayDecide(request);
  if (!may.ok) return may;
  const book = await bookAt(acting.tx, acting.time.now());
  if (!book.ok) return book;
  await setDeclined(acting.tx, requestId, decline.value, acting.time.now(), acting.me?.staffId ?? null);
  const { event, urgent, place, content } = request;
  const confirmed = { event, urgent, place, outcome: decline.value.reason };
  await keepConfirmed(acting, requestId, content, confirmed, book.value);
  return stored(acting, requestId);
}

/** 告知: an imported letter was declined before anybody told its writer. */
export async function recordTold(acting: Acting, requestId: number, toldAt: string | undefined): Promise<Result<true>> {
  const request = await requestById(acting.tx, requestId, true);
  if (!request) return refuse('request-not-found');
  if (request.outcome !== 'declined') return refuse('request-not-declined');
  const at = readToldAt(toldAt, acting.time.now());
  if (!at.ok) return at;
  return (await setTold(acting.tx, requestId, at.value)) === 0 ? refuse('request-already-told') : ok(true);
}

/** A row nobody has labelled waits for an agent. */
export async function keepDraft(acting: Acting, input: Intake): Promise<Result<number>> {
  const accepted = await accept(acting, input, true);
  if (!accepted.ok) return accepted;
  const { intake, place, now, found } = accepted.value;
  const requestId = await addRequest(acting.tx, {
    ...{ intake, found },
    premisesId: place.premisesId,
    recordedAt: now,
    recordedBy: acting.me?.staffId ?? null,
    // Whoever opens it takes it.
    ownerId: null,
    outcome: 'draft',
  });
  return requestId === undefined ? repeated(intake) : ok(requestId);
}
