/**
 * What somebody tells about one matter (an example, the command line) as a `Matter`, checked
 * against the words of the rulebook. Refusals name what was found and what would do.
 */
import type { Instant } from '../../../../values/instant.ts';
import { ok, type Result, refuse } from '../../../../values/result.ts';
import type { Zone } from '../../../../values/zone.ts';
import type { Happening, Matter, PauseSpan, PlanSetting } from '../matter.ts';
import type { FactValue, Pack } from '../pack.ts';
import { nearest, shorten } from '../pack-error.ts';
import { type Vocabulary, vocabularyOfPack } from '../vocabulary.ts';
import { formatInstant, parseInstant } from './dates.ts';

export interface Given {
  event: string;
  channel: string;
  at: string;
  facts?: Record<string, string | number | boolean | string[]>;
  milestones?: { milestone: string; at: string; by?: string; recordedAt?: string }[];
  plans?: { plan: string; at: string; setAt?: string }[];
  pauses?: { from: string; until?: string | null; entry?: string }[];
  extensions?: { clocks?: string[]; due: string; at?: string }[];
}

const unknown = (kind: string, found: string, known: Iterable<string>) => {
  const names = [...known];
  const near = nearest(found, names);
  return refuse(`unknown-${kind}`, {
    params: { found: shorten(found), nearest: near ?? null, known: names.length <= 60 ? names.join(' ') : null },
  });
};

/** The request of the one who reported. */
export const REQUEST = 'request';

export function matterOf(given: Given, pack: Pack, zone: Zone): Result<{ matter: Matter; at: Instant }> {
  const words = vocabularyOfPack(pack);
  if (!words.events.has(given.event)) return unknown('event', given.event, words.events.keys());
  if (!words.channels.has(given.channel)) return unknown('channel', given.channel, words.channels.keys());
  const time = (text: string, what: string): Result<Instant> => {
    const at = parseInstant(text, zone);
    return at === undefined
      ? refuse('malformed-time', { params: { found: shorten(text), of: what, expected: '2026-10-08T10:00+08:00' } })
      : ok(at);
  };
  const at = time(given.at, 'at');
  if (!at.ok) return at;

  const facts: Record<string, FactValue> = {};
  for (const [name, value] of Object.entries(given.facts ?? {})) {
    const read = factOf(name, value, words);
    if (!read.ok) return read;
    facts[name] = read.value;
  }

  const happenings: Happening[] = [];
  let id = 0;
  for (const one of given.milestones ?? []) {
    if (!words.isMilestone(one.milestone)) return unknown('milestone', one.milestone, words.milestoneNames());
    if (one.by !== undefined && pack.organization.length > 0 && !pack.organization.some((o) => o.id === one.by))
      return unknown(
        'organization',
        one.by,
        pack.organization.map((o) => o.id),
      );
    const happened = time(one.at, one.milestone);
    if (!happened.ok) return happened;
    const recorded = one.recordedAt === undefined ? happened : time(one.recordedAt, one.milestone);
    if (!recorded.ok) return recorded;
    happenings.push({
      // Told that it is finished is told that it was handled.
      milestone: one.milestone === 'finished' ? 'handled' : one.milestone,
      at: happened.value,
      recordedAt: recorded.value,
      id: ++id,
      ...(one.by === undefined ? {} : { by: one.by }),
    });
  }
  const received = happenings.find((h) => h.milestone === 'received')?.at ?? at.value;
  const created = happenings.find((h) => h.milestone === 'created')?.at ?? at.value;
  const start = Math.min(received, created, at.value);
  const early = happenings.find(
    (h) =>
      h.at < start || (h.milestone !== 'received' && h.milestone !== 'created' && h.at < Math.min(received, created)),
  );
  if (early)
    return refuse('milestone-before-start', {
      params: {
        found: early.milestone,
        at: formatInstant(early.at, pack.timezone),
        expected: formatInstant(Math.min(received, created), pack.timezone),
      },
    });
  for (const [milestone, when] of [
    ['received', received],
    ['created', created],
  ] as const) {
    if (!happenings.some((h) => h.milestone === milestone))
      happenings.push({ milestone, at: when, recordedAt: when, id: ++id });
  }

  const plans: PlanSetting[] = [];
  for (const one of given.plans ?? []) {
    if (!words.plans.has(one.plan) && one.plan !== 'cycle-end') return unknown('plan', one.plan, words.plans.keys());
    const planned = time(one.at, one.plan);
    if (!planned.ok) return planned;
    const set = one.setAt === undefined ? ok(at.value) : time(one.setAt, one.plan);
    if (!set.ok) return set;
    plans.push({ plan: one.plan, at: planned.value, setAt: set.value, id: ++id });
  }

  const pauses: PauseSpan[] = [];
  for (const one of given.pauses ?? []) {
    const from = time(one.from, 'pause');
    if (!from.ok) return from;
    const until =
      one.until === undefined || one.until === null || one.until === '' ? ok(null) : time(one.until, 'pause');
    if (!until.ok) return until;
    if (until.value !== null && until.value < from.value)
      return refuse('pause-ends-before-it-begins', {
        params: { found: `${one.from}/${one.until}`, expected: `${one.until}/${one.from}` },
      });
    const entry = one.entry === undefined ? pack.pauses[0] : pack.pauses.find((p) => p.id === one.entry);
    if (one.entry !== undefined && !entry)
      return unknown(
        'pause',
        one.entry,
        pack.pauses.map((p) => p.id),
      );
    pauses.push({
      id: ++id,
      from: from.value,
      until: until.value,
      entry: entry?.id ?? 'pause',
      clocks: entry?.clocks ?? 'all',
    });
  }

  const extensions: Matter['extensions'] = [];
  for (const one of given.extensions ?? []) {
    const due = time(one.due, 'extension');
    if (!due.ok) return due;
    const granted = one.at === undefined ? ok(at.value) : time(one.at, 'extension');
    if (!granted.ok) return granted;
    extensions.push({
      id: ++id,
      at: granted.value,
      clocks: one.clocks ?? pack.approvals.find((a) => a.of === 'extended')?.clocks ?? [],
      due: due.value,
    });
  }

  return ok({
    at: received,
    matter: {
      event: given.event,
      channel: given.channel,
      facts,
      happenings: happenings.sort((a, b) => a.at - b.at || a.id - b.id),
      plans,
      pauses,
      extensions,
      requests: [{ id: REQUEST, receivedAt: received, channel: given.channel }],
    },
  });
}

function factOf(name: string, value: string | number | boolean | string[], words: Vocabulary): Result<FactValue> {
  const kind = words.factKind(name);
  if (!kind || /\.(time|day)$/.test(name) || name.startsWith('now.') || name === 'event' || name === 'channel')
    return unknown(
      'fact',
      name,
      [...words.facts.keys()].filter((f) => f !== 'event' && f !== 'channel'),
    );
  const text = String(value).trim();
  const wrong = (expected: string) =>
    refuse('bad-fact-value', { params: { fact: name, found: shorten(text), expected } });
  if (kind.type === 'yes-no') {
    if (['true', 'yes', '是'].includes(text)) return ok(true);
    return ['false', 'no', '否'].includes(text) ? ok(false) : wrong('true | false');
  }
  if (kind.type === 'number') {
    const number = text.replace(/^dn/i, '');
    return /^-?\d+(\.\d+)?$/.test(number) ? ok(Number(number)) : wrong('300');
  }
  if (kind.type === 'set') {
    const members = Array.isArray(value)
      ? value.map(String)
      : text
          .split(',')
          .map((m) => m.trim())
          .filter((m) => m !== '');
    const stray = kind.choices ? members.find((m) => !kind.choices?.includes(m)) : undefined;
    return stray === undefined ? ok(members) : wrong((kind.choices ?? []).join(' | '));
  }
  if (kind.choices && !kind.choices.includes(text)) return wrong(kind.choices.join(' | '));
  return ok(
    typeof value === 'number' || typeof value === 'boolean'
      ? value
      : /^-?\d+(\.\d+)?$/.test(text) && kind.type === 'any'
        ? Number(text)
        : text,
  );
}
