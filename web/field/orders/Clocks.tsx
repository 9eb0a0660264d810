/** The clock that is due next, large; a tap shows its article and why it is due then. The others behind one line. */
import { type ReactNode, useState } from 'react';
import { ClockBar, ClockWords } from '../../kit/clock/Clock.tsx';
import { serverNow } from '../../kit/live.ts';
import type { ClockView, OrderDetail } from '../../kit/views.ts';
import { clockTime } from '../parts/words.ts';
import { useTexts } from '../texts/index.ts';

const isOpen = (clock: ClockView): boolean =>
  clock.stoppedAt === null && !['cancelled', 'met', 'met-late'].includes(clock.state);

export function Clocks({ view }: { view: OrderDetail }): ReactNode {
  const t = useTexts();
  const [all, setAll] = useState(false);
  const open = view.clocks
    .filter((clock) => isOpen(clock) && clock.section !== 'approvals')
    .sort((a, b) => Date.parse(a.dueAt ?? '9999-01-01') - Date.parse(b.dueAt ?? '9999-01-01'));
  const first = open.find(({ id }) => id.split('/')[0] === view.due?.clock) ?? open[0];
  if (first === undefined) return <p className="clocks none">{t('clock.noneOpen')}</p>;
  const rest = open.filter((clock) => clock !== first);
  return (
    <section className="clocks" aria-label={t('clock.title')}>
      <One clock={first} large />
      {all && rest.map((clock) => <One key={clock.id} clock={clock} />)}
      {rest.length > 0 && (
        <button type="button" className="text" aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? t('clock.fewer') : t('clock.others', { n: rest.length })}
        </button>
      )}
    </section>
  );
}

function One({ clock, large = false }: { clock: ClockView; large?: boolean }): ReactNode {
  const t = useTexts();
  const [why, setWhy] = useState(false);
  const now = serverNow();
  return (
    <div className={large ? 'clock large' : 'clock'}>
      <button type="button" className="clock-face" aria-expanded={why} onClick={() => setWhy(!why)}>
        <span className="line">
          <b className="grow name">{clock.name}</b>
          <ClockWords clock={clock} />
        </span>
        <ClockBar clock={clock} />
        <span className="line quiet">
          <span>
            {clockTime(clock.startAt, now)} {clock.fromName}
          </span>
          <span className="grow middle water clip">{clock.article}</span>
          {clock.dueAt !== null && <span>{t('clock.dueAt', { time: clockTime(clock.dueAt, now) })}</span>}
        </span>
      </button>
      {why && (
        <div className="why">
          <blockquote>“{clock.quote}”</blockquote>
          <dl>
            {clock.why.map((line) => (
              <div key={`${line.label}${line.value}`}>
                <dt>{line.label}</dt>
                <dd>
                  {line.value}
                  {line.detail !== '' && <span className="quiet"> {line.detail}</span>}
                </dd>
              </div>
            ))}
          </dl>
        </div>
      )}
    </div>
  );
}
