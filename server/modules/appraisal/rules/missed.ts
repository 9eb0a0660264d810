/** `missed:` 指标未达成: what the rulebook owes from the end of a period whose target was not met. */
import type { Instant } from '../../../values/instant.ts';
import { remediesOf } from '../../regulations/rules/amounts/remedy.ts';
import type { Calendars } from '../../regulations/rules/calendar.ts';
import { evaluate } from '../../regulations/rules/evaluate.ts';
import type { Matter } from '../../regulations/rules/matter.ts';
import type { Pack } from '../../regulations/rules/pack.ts';
import { type Lang, type RemedyView, remedyView } from './remedy-view.ts';

const NOBODY = { unit: null, handler: null, clockName: (id: string) => id };

export function remediesOfMissed(
  pack: Pack,
  calendars: Calendars,
  { metric, at, now }: { metric: string; at: Instant; now: Instant },
  lang: Lang,
): RemedyView[] {
  const milestone = `missed:${metric}`;
  const happened = (name: string, id: number) => ({ milestone: name, at, recordedAt: at, id });
  const matter: Matter = {
    event: 'other',
    channel: 'monitoring',
    facts: {},
    happenings: [happened('received', 1), happened('created', 2), happened(milestone, 3)],
    plans: [],
    pauses: [],
    extensions: [],
    requests: [],
  };
  const readings = evaluate(pack, calendars, matter, now);
  return remediesOf(pack, calendars, matter, now, readings)
    .filter(({ from }) => from === milestone)
    .map((remedy) => remedyView(remedy, pack, readings, NOBODY, lang));
}
