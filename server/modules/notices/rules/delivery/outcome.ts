/** What becomes of a notice once its message was handed over, reported on or lost. */
import type { Instant } from '../../../../values/instant.ts';
import { type Channel, isGateway, type State } from '../notice.ts';
import { MOST_TRIES, nextTry } from './back-off.ts';

export interface Underway {
  id: number;
  state: State;
  channels: readonly Channel[];
  channel: Channel | null;
  /** Which message. */
  hop: number;
  /** Made of this message. */
  tries: number;
  sentAt: Instant | null;
  deliveredAt: Instant | null;
  readAt: Instant | null;
  provenAt: Instant | null;
}

/** What happened, for whoever reads what became of it. */
export interface Happened {
  kind:
    | 'accepted'
    | 'refused'
    | 'unanswered'
    | 'lost'
    | 'fallback'
    | 'dead'
    | 'unknown'
    | 'delivered'
    | 'read'
    | 'failed';
  channel: Channel | null;
  hop: number;
  at: Instant;
  detail?: Record<string, unknown>;
}

export interface Outcome
  extends Pick<Underway, 'state' | 'channel' | 'hop' | 'tries' | 'sentAt' | 'deliveredAt' | 'readAt' | 'provenAt'> {
  waits: 'again' | null;
  dueAt: Instant;
  refusal: string | null;
  happened: Happened[];
}

const stays = (one: Underway, now: Instant): Outcome => ({
  state: one.state,
  channel: one.channel,
  hop: one.hop,
  tries: one.tries,
  sentAt: one.sentAt,
  deliveredAt: one.deliveredAt,
  readAt: one.readAt,
  provenAt: one.provenAt,
  waits: null,
  dueAt: now,
  refusal: null,
  happened: [],
});

/** Where a message of the next channel stands at first. */
export const startOf = (channel: Channel): State => (channel === 'slip' ? 'to-serve' : 'queued');

function fallback(one: Underway, now: Instant, code: string, before: Happened[]): Outcome {
  const next = one.channel === null ? undefined : one.channels[one.channels.indexOf(one.channel) + 1];
  if (next === undefined)
    return {
      ...stays(one, now),
      state: 'dead',
      refusal: code,
      happened: [...before, { kind: 'dead', channel: one.channel, hop: one.hop, at: now, detail: { code } }],
    };
  const hop = one.hop + 1;
  return {
    ...stays(one, now),
    state: startOf(next),
    channel: next,
    hop,
    tries: 0,
    refusal: code,
    happened: [...before, { kind: 'fallback', channel: next, hop, at: now }],
  };
}

const again = (one: Underway, now: Instant, code: string, happened: Happened[]): Outcome => {
  const dueAt = nextTry(now, one.tries, `${one.id} ${one.hop}`);
  const [first, ...rest] = happened;
  const told = first ? [{ ...first, detail: { ...first.detail, again: new Date(dueAt).toISOString() } }, ...rest] : [];
  return { ...stays(one, now), state: 'queued', waits: 'again', dueAt, refusal: code, happened: told };
};

/** A provider's answer. */
export type Answer =
  | { outcome: 'accepted' }
  | { outcome: 'refused'; code: string; permanent: boolean }
  | { outcome: 'unknown' };

export function afterSending(one: Underway, answer: Answer, honoursIds: boolean, now: Instant): Outcome {
  const said = (kind: Happened['kind'], detail?: Record<string, unknown>): Happened => ({
    kind,
    channel: one.channel,
    hop: one.hop,
    at: now,
    ...(detail && { detail }),
  });
  switch (answer.outcome) {
    case 'accepted':
      return { ...stays(one, now), state: 'sent', sentAt: now, happened: [said('accepted')] };
    case 'refused': {
      const { code, permanent } = answer;
      const refused = [said('refused', { code, permanent })];
      if (permanent || one.tries >= MOST_TRIES) return fallback(one, now, code, refused);
      return again(one, now, code, refused);
    }
    case 'unknown':
      // it may have been taken: another message would perhaps be a second one
      if (honoursIds && one.tries < MOST_TRIES) return again(one, now, 'unanswered', [said('unanswered')]);
      return {
        ...stays(one, now),
        state: 'unknown',
        refusal: 'unanswered',
        happened: [said('unanswered'), said('unknown')],
      };
  }
}

/** Whoever had it is gone; whether he handed it over nobody knows. */
export function afterLoss(one: Underway, honoursIds: boolean, now: Instant): Outcome {
  const lost: Happened = { kind: 'lost', channel: one.channel, hop: one.hop, at: now };
  const safe = one.channel === null || !isGateway(one.channel) || honoursIds;
  if (safe && one.tries < MOST_TRIES) return { ...stays(one, now), state: 'queued', happened: [lost] };
  return {
    ...stays(one, now),
    state: 'unknown',
    refusal: 'lost',
    happened: [lost, { ...lost, kind: 'unknown' }],
  };
}

export interface Reported {
  kind: 'delivered' | 'read' | 'failed';
  hop: number;
  at: Instant;
}

/** While nobody has written down himself how it ended. */
const OPEN: readonly State[] = ['queued', 'sending', 'sent', 'delivered', 'unknown', 'dead', 'to-serve'];

/** Reports come in any order, late and twice: what is known stays known. Null: nothing is new. */
export function afterReports(one: Underway, reports: readonly Reported[], now: Instant): Outcome | null {
  let after = stays(one, now);
  const inOrder = [...reports].sort((a, b) => a.at - b.at || a.kind.localeCompare(b.kind));
  for (const { kind, hop, at } of inOrder) {
    if (hop > one.hop) continue;
    const said: Happened = { kind, channel: channelOf(one, hop), hop, at };
    if (kind === 'failed') {
      const its = after.hop === hop && after.deliveredAt === null;
      if (!its || !['queued', 'sending', 'sent', 'unknown'].includes(after.state)) continue;
      const next = fallback({ ...one, ...after }, now, 'undelivered', [said]);
      after = { ...next, happened: [...after.happened, ...next.happened] };
      continue;
    }
    const first = kind === 'read' ? after.readAt === null : after.deliveredAt === null;
    if (!first) continue;
    const state: State = kind === 'read' ? 'read' : 'delivered';
    after = {
      ...after,
      state: OPEN.includes(after.state) && after.state !== 'read' ? state : after.state,
      deliveredAt: after.deliveredAt ?? at,
      readAt: kind === 'read' ? at : after.readAt,
      provenAt: after.provenAt ?? at,
      happened: [...after.happened, said],
    };
  }
  return after.happened.length === 0 ? null : after;
}

/** An earlier message went through an earlier channel, as far as that can be told. */
const channelOf = (one: Underway, hop: number): Channel | null =>
  hop === one.hop || one.channel === null
    ? one.channel
    : (one.channels[Math.max(one.channels.indexOf(one.channel) - (one.hop - hop), 0)] ?? null);

/** Names a message: of which notice, the how manieth. Whoever takes it up again names it alike. */
export const messageId = (utilityId: number, noticeId: number, hop: number): string =>
  `gs${utilityId}-${noticeId}-${hop}`;

export function readMessageId(utilityId: number, id: string): { noticeId: number; hop: number } | null {
  const parts = /^gs(\d{1,10})-(\d{1,15})-(\d{1,4})$/.exec(id);
  if (!parts || Number(parts[1]) !== utilityId) return null;
  return { noticeId: Number(parts[2]), hop: Number(parts[3]) };
}
