/** Which pauses 暂停 hold a clock: those allowed by name, and those the rulebook itself begins and ends. */
import type { Instant, Stretch } from '../../../values/instant.ts';
import { type Held, joined } from './limits.ts';
import { test } from './match.ts';
import type { Matter } from './matter.ts';
import type { Milestones, PauseEntry } from './pack.ts';
import type { Subject } from './subjects.ts';
import type { Vocabulary } from './vocabulary.ts';

export interface Holds {
  /** Joined; an open pause is projected to end now. */
  spans: readonly Held[];
  /** The same before joining. */
  each: readonly Held[];
  /** Beginnings of the pauses that still last. */
  open: readonly Instant[];
}

const NONE: Holds = { spans: [], each: [], open: [] };

export const concerns = (clocks: 'all' | readonly string[], id: string): boolean =>
  clocks === 'all' || clocks.includes(id);

/** The pauses of one matter. Most hold every clock, so what they come to is worked out once for all of these. */
export class Pauses {
  readonly #matter: Matter;
  readonly #subject: Subject;
  readonly #vocabulary: Vocabulary;
  readonly #now: Instant;
  readonly #made = new Map<PauseEntry, readonly Stretch[]>();
  readonly #known: { of: readonly Stretch[]; holds: Holds }[] = [];

  constructor(matter: Matter, subject: Subject, vocabulary: Vocabulary, now: Instant) {
    this.#matter = matter;
    this.#subject = subject;
    this.#vocabulary = vocabulary;
    this.#now = now;
  }

  /** @param entries pauses of the rulebook that concern the clock and are not asked for */
  of(id: string, entries: readonly PauseEntry[]): Holds {
    if (entries.length === 0 && this.#matter.pauses.length === 0) return NONE;
    const all: Stretch[] = this.#matter.pauses.filter((span) => concerns(span.clocks, id));
    for (const entry of entries) all.push(...this.#madeBy(entry));
    if (all.length === 0) return NONE;
    let known = this.#known.find(({ of }) => of.length === all.length && of.every((span, i) => span === all[i]));
    if (!known) {
      known = { of: all, holds: held(all, this.#now) };
      this.#known.push(known);
    }
    return known.holds;
  }

  #madeBy(entry: PauseEntry): readonly Stretch[] {
    let made = this.#made.get(entry);
    if (!made) {
      const begins = entry.from && test(entry.when, this.#subject.facts, this.#vocabulary) === true;
      made = begins ? stretchesOf(this.#subject, entry.from as Milestones, entry.until) : [];
      this.#made.set(entry, made);
    }
    return made;
  }
}

function held(all: readonly Stretch[], now: Instant): Holds {
  const each = all.map((span) => ({ from: span.from, until: span.until ?? Math.max(span.from, now) }));
  const open = all.filter((span) => span.until === null && span.from <= now).map((span) => span.from);
  return { spans: joined(each), each, open };
}

/** What is done is not held any longer: a pause that still lasts must not move the due of a stopped run with the time of day. */
export function heldUntil(holds: Holds, stop: Instant): Holds {
  if (holds.each.every((span) => span.until <= stop)) return holds;
  const cut = (span: Held): Held => (span.until > stop ? { ...span, until: stop } : span);
  const upToStop = (held: readonly Held[]): Held[] => held.filter(({ from }) => from < stop).map(cut);
  return { ...holds, spans: upToStop(holds.spans), each: upToStop(holds.each) };
}

/** From each beginning to the next end; a second beginning inside changes nothing. A new round begins unpaused. */
function stretchesOf(subject: Subject, from: Milestones, until: Milestones | undefined): Stretch[] {
  const result: Stretch[] = [];
  subject.rounds.forEach((round, i) => {
    const standing = (milestone: string): Instant[] =>
      round
        .comings(milestone)
        .filter((one) => one.voidedAt === undefined)
        .map((one) => one.at);
    const roundEnds = subject.rounds[i + 1]?.reopened?.at ?? null;
    let at = Number.NEGATIVE_INFINITY;
    for (;;) {
      const start = pick(from, standing, at);
      if (start === null) return;
      const end = (until && pick(until, standing, start)) ?? roundEnds;
      result.push({ from: start, until: end });
      if (end === null || end === roundEnds) return;
      at = end;
    }
  });
  return result;
}

function pick(milestones: Milestones, standing: (milestone: string) => Instant[], after: Instant): Instant | null {
  const firsts = milestones.of.map((milestone) => {
    const times = standing(milestone).filter((at) => at > after);
    return times.length === 0 ? null : Math.min(...times);
  });
  const known = firsts.filter((at) => at !== null);
  if (known.length === 0 || (milestones.pick === 'all' && known.length < firsts.length)) return null;
  return milestones.pick === 'all' ? Math.max(...known) : Math.min(...known);
}
