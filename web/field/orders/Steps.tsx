/** The work as it goes: done with its times, the next highlighted, later ones with what they will ask. */
import type { ReactNode } from 'react';
import { serverNow } from '../../kit/live.ts';
import { span } from '../../kit/time.ts';
import { usePhone } from '../app/phone.ts';
import type { Shown } from '../app/shown.ts';
import type { Step } from '../app/steps.ts';
import { Icon } from '../parts/Icon.tsx';
import { clockTime } from '../parts/words.ts';
import { unitWords } from '../texts/clock.ts';
import { type Say, useTexts } from '../texts/index.ts';

/** As many of those done as stand in one line, before the last. */
const SHORT = 3;

export function Steps({ shown }: { shown: Shown }): ReactNode {
  const t = useTexts();
  const { waiting } = usePhone();
  const { steps, view } = shown;
  const done = steps
    .filter(({ doneAt }) => doneAt !== null)
    .sort((a, b) => (a.doneAt as number) - (b.doneAt as number));
  const last = done.at(-1);
  const before = done.slice(0, -1);
  const open = steps.filter(({ doneAt }) => doneAt === null);
  const now = serverNow();
  const unsent = (step: Step): boolean =>
    waiting.some(({ order, milestones }) => order === view.id && milestones.includes(step.id));
  return (
    <section className="steps" aria-label={t('steps.title')}>
      {before.length > 0 && (
        <ul className="steps-done">
          {before.slice(-SHORT).map((step) => (
            <li key={step.id}>
              <Icon sign="tick" /> {step.name} {clockTime(step.doneAt as number, now)}
              {unsent(step) && <span className="unseen">{t('steps.unsent')}</span>}
            </li>
          ))}
        </ul>
      )}
      <ol start={done.length}>
        {last !== undefined && (
          <li className="done">
            <span className="mark met">
              <Icon sign="tick" size={20} />
            </span>
            <span className="grow">
              <b>
                {last.name} {clockTime(last.doneAt as number, now)}
              </b>{' '}
              <span className="quiet">{howGood(last, shown, t)}</span>
            </span>
            {unsent(last) && (
              <span className="waits">
                <Icon sign="up" size={14} /> {t('steps.unsent')}
              </span>
            )}
          </li>
        )}
        {open.map((step, index) => (
          <li key={step.id} className={step.next ? 'next' : ''} aria-current={step.next ? 'step' : undefined}>
            <span className="mark number" aria-hidden="true">
              {done.length + index + 1}
            </span>
            <span className="grow">
              <b>{step.name}</b>
              {step.next && <span className="hint">{hintOf(step, t)}</span>}
            </span>
            {!step.next && <span className="quiet clip">{askOf(step, now, t)}</span>}
          </li>
        ))}
      </ol>
    </section>
  );
}

/** Met by how much, or late by how much: of the clock it stopped. */
function howGood({ id }: Step, { view }: Shown, t: Say): string {
  const clock = view.clocks.find(({ until, stoppedAt, dueAt }) => until.includes(id) && stoppedAt !== null && dueAt);
  if (clock?.stoppedAt == null || clock.dueAt === null) return '';
  const left = Date.parse(clock.dueAt) - Date.parse(clock.stoppedAt);
  return t(left >= 0 ? 'steps.early' : 'steps.late', { length: span(Math.abs(left), unitWords()) });
}

const KNOWN = ['accepted', 'contacted', 'arrived', 'water-stopped', 'repaired', 'restored', 'handled'] as const;

function hintOf({ id, needs }: Step, t: Say): string {
  if (needs.length > 0) return t('steps.needs', { names: needs.join('、') });
  const known = KNOWN.find((one) => one === id);
  return known === undefined ? t('steps.hint.other') : t(`steps.hint.${known}`);
}

const askOf = ({ needs, dueAt }: Step, now: number, t: Say): string =>
  dueAt !== null ? t('steps.due', { time: clockTime(dueAt, now) }) : needs.slice(0, 3).join('、');
