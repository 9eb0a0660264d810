/** 登记: praise needs no order. It is kept, answered with thanks, counted, and the managing department hears of it. */
import { ok, type Result, refuse } from '../../../values/result.ts';
import type { Acting } from '../book.ts';
import { readThanks } from '../rules/contact/voices.ts';
import { mayDecide } from '../rules/decline.ts';
import type { AcceptedIntake, Intake } from '../rules/intake.ts';
import { setRegistered } from '../store/contact.ts';
import { addRequest, requestById } from '../store/requests.ts';
import { accept, ownerAtDesk, repeated } from './receive.ts';
import { tellVoice } from './tell.ts';

export interface Thanking {
  thanks?: string;
}

export async function registerNew(acting: Acting, input: Intake, { thanks }: Thanking): Promise<Result<number>> {
  const accepted = await accept(acting, input);
  if (!accepted.ok) return accepted;
  const { intake, place, now, found } = accepted.value;
  const said = readThanks(intake.event, thanks);
  if (!said.ok) return said;
  const requestId = await addRequest(acting.tx, {
    ...{ intake, found },
    premisesId: place.premisesId,
    recordedAt: now,
    recordedBy: acting.me?.staffId ?? null,
    ownerId: ownerAtDesk(acting),
    outcome: 'registered',
  });
  if (requestId === undefined) return repeated(intake);
  await close(acting, requestId, intake, said.value);
  return ok(requestId);
}

/** A letter of praise that waited. */
export async function registerDraft(
  acting: Acting,
  requestId: number,
  { event, thanks }: Thanking & { event: string },
): Promise<Result<number>> {
  const request = await requestById(acting.tx, requestId, true);
  if (!request) return refuse('request-not-found');
  const may = mayDecide(request);
  if (!may.ok) return may;
  const accepted = await accept(acting, {
    channel: request.channel,
    receivedAt: new Date(request.receivedAt).toISOString(),
    content: request.content,
    event,
  });
  if (!accepted.ok) return accepted;
  const said = readThanks(accepted.value.intake.event, thanks);
  if (!said.ok) return said;
  await close(acting, requestId, accepted.value.intake, said.value);
  return ok(requestId);
}

async function close(acting: Acting, requestId: number, intake: AcceptedIntake, thanks: string): Promise<void> {
  await setRegistered(acting.tx, requestId, {
    ...{ event: intake.event, thanks },
    at: acting.time.now(),
    by: acting.me?.staffId ?? null,
  });
  await tellVoice(acting, requestId, intake, null);
}
