/** One contact of a phone: its commands in their order, each in a transaction of its own. */
import {
  type FieldCommand,
  list,
  meet,
  receive,
  type SyncAnswer,
  type SyncRequest,
} from '../../modules/field/index.ts';
import { isDatabaseLost } from '../../platform/database.ts';
import type { Catalogue } from '../../platform/http/messages.ts';
import { problemOf, statusOf } from '../../platform/http/problem.ts';
import type { Stepping } from '../../platform/http/route.ts';
import { ok, type Refusal, type Result, refuse } from '../../values/result.ts';
import { doerOf } from './commands.ts';

type Contact = Stepping<unknown> & { body: SyncRequest };
type SyncResult = SyncAnswer['results'][number];

/** Nothing was done, and the same may succeed in a moment: the phone keeps it and comes again. */
const isPassing = ({ code }: Refusal, catalogue: Catalogue): boolean => statusOf(code, catalogue) === 503;

export async function sync(contact: Contact, catalogue: Catalogue): Promise<Result<SyncAnswer>> {
  const { me, time, body, step } = contact;
  const { deviceId, secret, name, sentAt, commands } = body;
  const twice = commands.find(({ id }, place) => commands.findIndex((one) => one.id === id) !== place);
  if (twice) return refuse('command-id-reused', { params: { id: twice.id } });
  const offset = time.now() - Date.parse(sentAt);
  const met = await step((tx) =>
    meet(tx, me, time, { deviceId, secret, offset, ...(name === undefined ? {} : { name }) }),
  );
  if (!met.ok) return met;
  const answer = (wipe: boolean, results: SyncResult[]) =>
    ok({ serverTime: new Date(time.now()).toISOString(), wipe, results });
  if (met.value.lost) return answer(true, []);
  const results: SyncResult[] = [];
  for (const sent of commands) {
    const done = await deal(contact, sent, { deviceId, offset, contact: met.value.contact }, catalogue);
    if (done.ok) {
      results.push(done.value);
      continue;
    }
    // reported lost while it was talking
    if (done.refusal.code === 'device-lost') return answer(true, results);
    if (results.length === 0) return done;
    break;
  }
  return answer(false, results);
}

/** A refusal is one that passes. */
async function deal(
  contact: Contact,
  sent: FieldCommand,
  from: { deviceId: string; offset: number; contact: number },
  catalogue: Catalogue,
): Promise<Result<SyncResult>> {
  const { me, time, files, lang, step } = contact;
  const done = await attempted(contact, () =>
    step((tx) =>
      receive({ tx, me, time, ...from }, sent, async (flags) => {
        const does = doerOf(sent.command);
        if (!does) return refuse('command-unknown', { params: { command: sent.command } });
        const { id, order, command, body, seen = null } = sent;
        const occurredAt = Date.parse(sent.occurredAt);
        const result = await does({ tx, me, time, files, lang }, { id, order, command, body, occurredAt, seen, flags });
        if (!result.ok) return result;
        const { flags: raised, into } = result.value;
        return ok({ flags: raised, ...(into ? { into } : {}) });
      }),
    ),
  );
  if (done.ok || done.refusal.code === 'device-lost' || isPassing(done.refusal, catalogue)) return done;
  const { code, detail, article, fields } = problemOf(done.refusal, lang, catalogue, '');
  const message = [
    detail,
    ...(code === 'invalid-input' ? (fields ?? []) : []).map((one) => `${one.path} ${one.message}`),
  ];
  const refusal = { code, message: message.join(lang === 'zh' ? '；' : '; '), ...(article ? { article } : {}) };
  return step((tx) => list({ tx, me, time, ...from }, sent, refusal));
}

/** What nobody expected is listed under its number in the log, so that it does not stand before all that follows. */
async function attempted<T>({ fault }: Contact, work: () => Promise<Result<T>>): Promise<Result<T>> {
  try {
    return await work();
  } catch (error) {
    if (isDatabaseLost(error)) throw error;
    return { ok: false, refusal: fault(error) };
  }
}
