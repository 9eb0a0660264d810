/** Which pauses 暂停 hold a clock: those allowed by name, and those the rulebook itself begins and ends. */
import type { Instant, Stretch } from '../../../values/instant.ts';
import { type Held, joined } from './limits.ts';
import { test } from './match.ts';
import type { Matter } from './matter.ts';
import type { Milestones, Pack } from './pack.ts';
import { type Occurrence, occurrences, type Subject } from './subjects.ts';
import type { Vocabulary } from './vocabulary.ts';

export interface Holds {
  /** Joined; an open pause is projected to end now. */
  spans: Held[];
  /** The same before joining. */
  each: Held[];
  /** Beginnings of the pauses that still last. */
  open: Instant[];
}

const concerns = (clocks: 'all' | readonly string[], id: string): boolean => clocks === 'all' || clocks.includes(id);

export function holdsOf(
  pack: Pack,
  matter: Matter,
  subject: Subject,
  id: string,
  vocabulary: Vocabulary,
  now: Instant,
): Holds {
  const all: Stretch[] = [];
  for (const span of matter.pauses) if (concerns(span.clocks, id)) all.push(span);
  for (const entry of pack.pauses) {
    if (!entry.from || entry.ask !== undefined || !concerns(entry.clocks, id)) continue;
    if (test(entry.when, subject.facts, vocabulary) === true)
      all.push(...stretchesOf(subject, entry.from, entry.until));
  }
  const each = all.map((span) => ({ from: span.from, until: span.until ?? Math.max(span.from, now) }));
  const open = all.filter((span) => span.until === null && span.from <= now).map((span) => span.from);
  return { spans: joined(each), each, open };
}

/** From each beginning to the next end; a second beginning inside changes nothing. A new round begins unpaused. */
function stretchesOf(subject: Subject, from: Milestones, until: Milestones | undefined): Stretch[] {
  const result: Stretch[] = [];
  subject.rounds.forEach((round, i) => {
    const standing = (milestone: string): Occurrence[] =>
      occurrences(round, milestone).filter((one) => one.voidedAt === undefined);
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

function pick(milestones: Milestones, standing: (milestone: string) => Occurrence[], after: Instant): Instant | null {
  const firsts = milestones.of.map((milestone) => {
    const times = standing(milestone)
      .map((one) => one.at)
      .filter((at) => at > after);
    return times.length === 0 ? null : Math.min(...times);
  });
  const known = firsts.filter((at) => at !== null);
  if (known.length === 0 || (milestones.pick === 'all' && known.length < firsts.length)) return null;
  return milestones.pick === 'all' ? Math.max(...known) : Math.min(...known);
}
