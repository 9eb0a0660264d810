/** What was suggested beside what a person confirmed: events, yes and no; none of the words. */

import type { Suggestion } from './suggest.ts';
import { readable } from './text.ts';

export interface Confirmed {
  /** Null where a declined message was not classified. */
  event: string | null;
  urgent: boolean;
  place: string;
  outcome: 'open' | 'irrelevant' | 'outside-duty';
}

export interface Confirmation {
  events: string[];
  second: string | null;
  urgent: boolean;
  relevant: boolean;
  outsideDuty: boolean;
  placeSuggested: boolean;
  placeAgrees: boolean | null;
  /** 1 the first, 2 or 3 another of the three, 0 none of them; null where no event was confirmed. */
  eventRank: number | null;
  confirmed: Omit<Confirmed, 'place'>;
}

const SHOWN = 3;

/** `other` is `event`, its parent or its child: who confirms the child agrees with the parent. */
const sameLine = (event: string, other: string): boolean =>
  event === other || event.startsWith(`${other}.`) || other.startsWith(`${event}.`);

/** 翠湖苑小区 and 翠湖苑3栋 are the same place. */
const bare = (text: string): string => readable(text).replace(/\s|小区|社区/g, '');

function agree(suggested: string, confirmed: string): boolean | null {
  const [a, b] = [bare(suggested), bare(confirmed)];
  return a === '' || b === '' ? null : a.includes(b) || b.includes(a);
}

export function confirmationOf(suggestion: Suggestion, { event, urgent, place, outcome }: Confirmed): Confirmation {
  const events = suggestion.events.slice(0, SHOWN).map((one) => one.event);
  const suggested = suggestion.place?.words ?? '';
  return {
    events,
    second: suggestion.second,
    urgent: suggestion.urgent.value,
    relevant: suggestion.relevant.value,
    outsideDuty: suggestion.outsideDuty.value,
    placeSuggested: suggested !== '',
    placeAgrees: agree(suggested, place),
    eventRank: event === null ? null : events.findIndex((one) => sameLine(one, event)) + 1,
    confirmed: { event, urgent, outcome },
  };
}
