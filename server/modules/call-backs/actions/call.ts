/** One call: taken so that nobody else rings meanwhile, spoken by the script, and ended with what was said. */
import { type Instant, MINUTE } from '../../../values/instant.ts';
import { ok, type Result, refuse } from '../../../values/result.ts';
import { formatTime, zoneOf } from '../../../values/zone.ts';
import { audit } from '../../identity/index.ts';
import { execute, type Inputs, readOrder } from '../../work-orders/index.ts';
import { type Blank, fillScript, SCRIPT, scriptOfRulebook } from '../rules/script.ts';
import type { Settings } from '../rules/settings.ts';
import { callsOfOrder, dropClaim, holderOf, takeClaim } from '../store/calls.ts';
import { settingsOf } from '../store/settings.ts';
import { type Asking, type Call, callOf } from './read-calls.ts';

/** How long a call is somebody's without another sign of him. */
const HELD = 15 * MINUTE;

export interface Taken {
  until: Instant;
  phone: string | null;
  reporter: string | null;
  script: { text: string; article: string | null; quote: string | null };
}

async function find(
  asking: Asking,
  orderId: number,
  requestId: number,
): Promise<Result<{ call: Call; settings: Settings }>> {
  const { tx, time } = asking;
  const now = time.now();
  const settings = await settingsOf(tx);
  const row = (await callsOfOrder(tx, orderId, now)).find((one) => one.requestId === requestId);
  if (row) return ok({ call: await callOf(tx, row, settings, now), settings });
  // out of sight, or in sight and nothing to call about
  const seen = await readOrder(asking, orderId);
  return seen.ok ? refuse('nothing-to-call') : seen;
}

/** Takes the call: for a while nobody else has it. The number is shown, and that it was is written down. */
export async function takeCall(asking: Asking, orderId: number, requestId: number): Promise<Result<Taken>> {
  const { tx, me, time } = asking;
  const now = time.now();
  const seen = await readOrder(asking, orderId);
  if (!seen.ok) return seen;
  const found = await find(asking, orderId, requestId);
  if (!found.ok) return found;
  const { call, settings } = found.value;
  const { standing, row, quiet } = call;
  const zone = zoneOf(call.rulebook.pack.timezone);
  if (standing.kind === 'later') {
    const said = standing.because === 'quiet' && quiet && quiet.article !== '' ? quiet : null;
    const cited = said ? { article: said.article, quote: said.quote } : {};
    return refuse(`call-later-${standing.because}`, { params: { at: formatTime(zone, standing.at) }, ...cited });
  }
  const until = now + HELD;
  if (!(await takeClaim(tx, orderId, requestId, me.staffId, now, until))) {
    const holder = await holderOf(tx, orderId, requestId, now);
    const params = { name: holder?.name ?? '', until: formatTime(zone, holder?.until.getTime() ?? now) };
    return refuse('call-taken', { params });
  }
  if (row.phone !== null) await audit(tx, me, 'personal.reveal', `order:${orderId}`, { requests: [requestId] }, time);
  return ok({ until, phone: row.phone, reporter: row.reporter, script: scriptFor(call, settings, asking) });
}

function scriptFor({ row, rulebook }: Call, settings: Settings, { me, lang }: Asking): Taken['script'] {
  const ofRulebook = scriptOfRulebook(rulebook.pack);
  const blanks: Record<Blank, string> = {
    utility: me.utilityName,
    agent: me.name,
    received: formatTime(zoneOf(rulebook.pack.timezone), row.receivedAt),
    event: rulebook.words.events.get(row.event)?.[lang] ?? row.event,
    place: row.place,
    number: row.number,
    unit: row.departmentName ?? me.utilityName,
    reply: row.reply ?? '',
  };
  return {
    text: fillScript(ofRulebook?.text ?? settings.script ?? SCRIPT[lang], blanks),
    article: ofRulebook?.article ?? null,
    quote: ofRulebook?.quote ?? null,
  };
}

/** Nobody was called after all. */
export async function leaveCall(
  { tx, me, ...asking }: Asking,
  orderId: number,
  requestId: number,
): Promise<Result<true>> {
  const seen = await readOrder({ tx, me, ...asking }, orderId);
  if (!seen.ok) return seen;
  dropClaim(tx, orderId, requestId, me.staffId);
  return ok(true);
}

export interface Ended extends Omit<Inputs['call-back'], 'everyone' | 'requestId'> {
  version?: number;
  requestId: number;
  /** What follows at once. */
  next: 'close' | 'reopen' | null;
  reason?: string;
}

/** What was said becomes the order's own entries, and the order is closed or reopened with it: all of it or nothing. */
export async function endCall(asking: Asking, orderId: number, ended: Ended): Promise<Result<{ state: string }>> {
  const { tx, me, time } = asking;
  const seen = await readOrder(asking, orderId);
  if (!seen.ok) return seen;
  const { version, requestId, next, reason, ...call } = ended;
  const holder = await holderOf(tx, orderId, requestId, time.now());
  if (holder?.staffId !== me.staffId)
    return refuse(holder ? 'call-taken' : 'call-not-taken', {
      params: {
        name: holder?.name ?? '',
        until: formatTime(zoneOf('Asia/Shanghai'), holder?.until.getTime() ?? time.now()),
      },
    });
  const form = call.form ? { form: call.form } : {};
  const told = await execute(asking, orderId, 'call-back', {
    ...(version === undefined ? {} : { version }),
    input: { ...call, ...(requestId === 0 ? {} : { requestId }) },
  });
  if (!told.ok) return told;
  if (next === 'close') {
    const closed = await execute(asking, orderId, 'close', { input: form });
    if (!closed.ok) return closed;
  }
  if (next === 'reopen') {
    const again = await execute(asking, orderId, 'reopen', { input: { reason: reason ?? '', ...form } });
    if (!again.ok) return again;
  }
  dropClaim(tx, orderId, requestId, null);
  const after = await readOrder(asking, orderId);
  return after.ok ? ok({ state: after.value.state }) : after;
}
