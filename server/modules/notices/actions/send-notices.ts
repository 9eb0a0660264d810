/**
 * What a worker does with notices: takes up what is due in batches, hands it to the gateways, and writes down what came of
 * it; takes what gateways report. Any number of workers may do it at once. Between handing over and writing down anything
 * may break: the message keeps its name, so a gateway that honours our names carries it once, and with one that does not
 * nobody sends it a second time by himself.
 */
import { randomUUID } from 'node:crypto';
import type { TimeSource } from '../../../platform/clock.ts';
import type { Db, Tx } from '../../../platform/database.ts';
import { type Millis, SECOND } from '../../../values/instant.ts';
import type { Message, Provider, Sent } from '../gateways/gateway.ts';
import { type Opening, PROVIDERS } from '../gateways/providers.ts';
import {
  afterLoss,
  afterReports,
  afterSending,
  messageId,
  type Outcome,
  type Reported,
  readMessageId,
} from '../rules/delivery/outcome.ts';
import { heldUntil } from '../rules/delivery/quiet.ts';
import { GATEWAYS, type Gateway, isGateway } from '../rules/notice.ts';
import { textOf } from '../rules/templates/event.ts';
import { htmlOf } from '../rules/templates/placeholders.ts';
import { MOST_PARTS, smsLength } from '../rules/templates/sms.ts';
import {
  type Claimed,
  claimDue,
  claimLost,
  gatewaysOf,
  insertHappened,
  lockNotices,
  postponeDue,
  type Result,
  saveLocked,
  saveSent,
  unclaim,
  wordingsOf,
} from '../store/delivery.ts';
import { countOn, insertSteps, type Wordings } from '../store/tellings.ts';
import { putInInbox } from './in-app.ts';
import { heldDetail } from './notify.ts';
import { type QuietHours, quietHours } from './quiet-hours.ts';

/** Notices of one batch. */
const BATCH = 2000;
/** Milliseconds after which a worker that said nothing is believed dead. */
export const LEASE: Millis = 60 * SECOND;
/** Milliseconds it hands over at most; what is left then goes back into the queue. */
const HANDING: Millis = 30 * SECOND;

export interface Sending {
  stopping?: AbortSignal;
  /** Of one utility; the others go on. */
  failed?: (error: unknown) => void;
  /** Instead of the providers a utility has chosen: tests stand between. */
  open?: (provider: string, opening: Opening) => Provider;
}

export interface Done {
  /** Handed over, whatever came of it. */
  sent: number;
  postponed: number;
  reports: number;
}

/** Providers are kept while their options stay as they are. */
const opened = new Map<string, Provider>();

const openProvider = (provider: string, opening: Opening): Provider => {
  const open = PROVIDERS[provider];
  if (!open) throw new Error(`no provider of messages is called ${provider}`);
  return open(opening);
};

/** Sends whatever is due, of one utility after the other. */
export async function sendNotices(
  db: Db,
  time: TimeSource,
  utilityIds: readonly number[],
  sending: Sending = {},
): Promise<Done> {
  const done: Done = { sent: 0, postponed: 0, reports: 0 };
  for (const utilityId of utilityIds) {
    if (sending.stopping?.aborted) break;
    try {
      await sendOf({ db, time, utilityId, sending, done });
    } catch (error) {
      if (!sending.failed) throw error;
      sending.failed(error);
    }
  }
  return done;
}

interface Work {
  db: Db;
  time: TimeSource;
  utilityId: number;
  sending: Sending;
  done: Done;
}

async function sendOf(work: Work): Promise<void> {
  const { db, utilityId, sending } = work;
  const gateways = await openGateways(work);
  const words = new Map<number, Wordings>();
  await takeUpLost(work, gateways);
  for (let more = true; more && !sending.stopping?.aborted; ) {
    const batch = await claim(work);
    const unknown = [...new Set(batch.notices.map(({ tellingId }) => tellingId))].filter((id) => !words.has(id));
    if (unknown.length > 0)
      for (const [id, wording] of await db.transaction(utilityId, (tx) => wordingsOf(tx, unknown), { readOnly: true }))
        words.set(id, wording);
    await handOver(work, gateways, batch, words);
    const reports = await takeReports(work, gateways);
    more = batch.notices.length === BATCH || batch.postponed === BATCH || reports === BATCH;
  }
}

type Gateways = ReadonlyMap<Gateway, Provider>;

async function openGateways({ db, time, utilityId, sending }: Work): Promise<Gateways> {
  const chosen = await db.transaction(utilityId, gatewaysOf, { readOnly: true });
  return new Map(
    GATEWAYS.map((channel) => {
      const { provider, options } = chosen.find((one) => one.channel === channel) ?? {
        provider: 'simulator',
        options: {},
      };
      const opening = { db, time, utilityId, channel, options };
      if (sending.open) return [channel, sending.open(provider, opening)];
      const key = JSON.stringify([utilityId, channel, provider, options]);
      const known = opened.get(key) ?? openProvider(provider, opening);
      opened.set(key, known);
      return [channel, known];
    }),
  );
}

interface Batch {
  by: string;
  notices: Claimed[];
  postponed: number;
}

async function claim({ db, time, utilityId, done }: Work): Promise<Batch> {
  const by = randomUUID();
  const now = time.now();
  return db.transaction(utilityId, async (tx) => {
    const hours: QuietHours = await quietHours(tx, now);
    const held = heldUntil(now, hours.quiets, hours.zone);
    let postponed = 0;
    if (held) {
      const waiting = await postponeDue(tx, now, held.until, BATCH);
      await insertSteps(
        tx,
        waiting.map(({ id, channel, hop }) => ({
          noticeId: id,
          at: now,
          kind: 'postponed',
          channel,
          hop,
          detail: heldDetail(held),
        })),
      );
      postponed = waiting.length;
      done.postponed += postponed;
    }
    const notices = await claimDue(tx, { by, now, until: now + LEASE, limit: BATCH, quiet: held !== null });
    return { by, notices, postponed };
  });
}

const ADDRESS: Record<Gateway, 'phone' | 'wechat' | 'email'> = { sms: 'phone', wechat: 'wechat', email: 'email' };

/** Null: it cannot be put into a message of that channel. */
function messageOf(utilityId: number, notice: Claimed, channel: Gateway, words: Wordings | undefined): Message | null {
  const wording = words?.[channel]?.[notice.language];
  const to = notice[ADDRESS[channel]];
  if (!wording || !to) return null;
  const text = textOf(wording.body, notice.name, notice.language);
  if (channel === 'sms' && smsLength(text).parts > MOST_PARTS) return null;
  const subject = textOf(wording.subject, notice.name, notice.language);
  return {
    id: messageId(utilityId, notice.id, notice.hop),
    channel,
    to,
    subject,
    text,
    html: channel === 'email' ? htmlOf(subject, text, notice.language) : null,
    language: notice.language,
  };
}

async function handOver(
  work: Work,
  gateways: Gateways,
  { by, notices }: Batch,
  words: ReadonlyMap<number, Wordings>,
): Promise<void> {
  if (notices.length === 0) return;
  const { db, time, utilityId, done } = work;
  const answers = new Map<number, { sent: Sent; honours: boolean }>();
  const started = performance.now();
  const lists = GATEWAYS.map((channel) => notices.filter((notice) => notice.channel === channel));
  await Promise.all(
    GATEWAYS.map(async (channel, at) => {
      const provider = gateways.get(channel);
      if (!provider) return;
      const list = (lists[at] ?? []).values();
      const hand = async (): Promise<void> => {
        for (const notice of list) {
          if (performance.now() - started > HANDING) return;
          const message = messageOf(utilityId, notice, channel, words.get(notice.tellingId));
          const sent: Sent = message
            ? await provider.send(message).catch((): Sent => ({ outcome: 'unknown' }))
            : { outcome: 'refused', code: 'no-message', permanent: true };
          answers.set(notice.id, { sent, honours: provider.honoursIds });
        }
      };
      await Promise.all(Array.from({ length: Math.min(provider.atOnce, lists[at]?.length ?? 0) }, hand));
    }),
  );
  done.sent += answers.size;
  await db.transaction(utilityId, async (tx) => {
    const now = time.now();
    const results = notices.flatMap((notice): Result[] => {
      const answer = answers.get(notice.id);
      return answer ? [{ of: notice, outcome: afterSending(notice, answer.sent, answer.honours, now) }] : [];
    });
    const saved = new Set(await saveSent(tx, by, results));
    await writeDown(tx, results, saved);
    const inApp = notices.filter(({ channel }) => channel === 'in-app').map(({ id }) => id);
    await putInInbox(tx, inApp, now);
    const left = notices.filter(({ id, channel }) => channel !== null && isGateway(channel) && !answers.has(id));
    if (left.length > 0)
      await unclaim(
        tx,
        by,
        left.map(({ id }) => id),
      );
  });
}

/** What was tried is written down even where a report was faster than its own answer. */
async function writeDown(tx: Tx, results: readonly Result[], saved: ReadonlySet<number>): Promise<void> {
  const tried = ['accepted', 'refused', 'unanswered'];
  await insertHappened(
    tx,
    results.map(({ of: { id }, outcome: { happened } }) => ({
      id,
      happened: saved.has(id) ? happened : happened.filter(({ kind }) => tried.includes(kind)),
    })),
  );
  await count(
    tx,
    results.filter(({ of }) => saved.has(of.id)).map(({ outcome }) => outcome),
  );
}

async function count(tx: Tx, outcomes: readonly Outcome[]): Promise<void> {
  const counted = new Map<string, number>();
  for (const { happened } of outcomes) {
    for (const { kind } of happened) {
      const outcome = kind === 'accepted' ? 'sent' : kind;
      counted.set(outcome, (counted.get(outcome) ?? 0) + 1);
    }
  }
  await countOn(tx, counted);
}

/** Whoever had them was killed, or the database was away when he wanted to write. */
async function takeUpLost({ db, time, utilityId }: Work, gateways: Gateways): Promise<void> {
  for (let lost = BATCH; lost === BATCH; ) {
    lost = await db.transaction(utilityId, async (tx) => {
      const now = time.now();
      const notices = await claimLost(tx, now, BATCH);
      const results = notices.map((notice): Result => {
        const honours = isGateway(notice.channel ?? '') && gateways.get(notice.channel as Gateway)?.honoursIds === true;
        return { of: notice, outcome: afterLoss(notice, honours, now) };
      });
      await saveLocked(tx, results);
      await insertHappened(
        tx,
        results.map(({ of: { id }, outcome: { happened } }) => ({ id, happened })),
      );
      await count(
        tx,
        results.map(({ outcome }) => outcome),
      );
      return notices.length;
    });
  }
}

async function takeReports({ db, time, utilityId, done }: Work, gateways: Gateways): Promise<number> {
  let most = 0;
  for (const provider of gateways.values()) {
    const { receipts, done: kept } = await provider.receipts(BATCH);
    if (receipts.length === 0) continue;
    const byNotice = new Map<number, Reported[]>();
    for (const { messageId: id, kind, at } of receipts) {
      // of nobody we know: somebody else's, or older than what we have
      const of = readMessageId(utilityId, id);
      if (of) byNotice.set(of.noticeId, [...(byNotice.get(of.noticeId) ?? []), { kind, hop: of.hop, at }]);
    }
    await db.transaction(utilityId, async (tx) => {
      const now = time.now();
      const results: Result[] = [];
      for (const notice of await lockNotices(tx, [...byNotice.keys()])) {
        const outcome = afterReports(notice, byNotice.get(notice.id) ?? [], now);
        if (outcome) results.push({ of: notice, outcome });
      }
      await saveLocked(tx, results);
      await insertHappened(
        tx,
        results.map(({ of: { id }, outcome: { happened } }) => ({ id, happened })),
      );
      await count(
        tx,
        results.map(({ outcome }) => outcome),
      );
    });
    await kept();
    done.reports += receipts.length;
    most = Math.max(most, receipts.length);
  }
  return most;
}
