/** Clocks that would run: name, limit, due, article; each opens to its why. */
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNow } from '../../kit/live.ts';
import { shortTime } from '../../kit/time.ts';
import type { ClockView } from '../../kit/views.ts';

export function PreviewClocks({ clocks, empty }: { clocks: ClockView[] | undefined; empty: string }): ReactNode {
  const { t } = useTranslation();
  const [open, setOpen] = useState<string | null>(null);
  const now = useNow(60_000);
  const days = t('clock.days', { returnObjects: true });
  if (clocks === undefined) return null;
  if (clocks.length === 0) return <p className="quiet small">{empty}</p>;
  return (
    <ul>
      {clocks.map((clock) => {
        const key = `${clock.id}/${clock.run}`;
        return (
          <li key={key} className="preview-clock">
            <button
              type="button"
              className="link"
              style={{ color: 'inherit', width: '100%', textDecoration: 'none' }}
              aria-expanded={open === key}
              title={clock.quote}
              onClick={() => setOpen(open === key ? null : key)}
            >
              <span className="row">
                <b className="clip">{clock.name}</b>
                <span className="small muted" style={{ whiteSpace: 'nowrap' }}>
                  {clock.limitText}
                </span>
                <span className="grow" />
                <span style={{ whiteSpace: 'nowrap' }}>
                  {clock.dueAt === null
                    ? t('order.neverLate')
                    : t('intake.dueAt', { at: shortTime(clock.dueAt, now, days) })}
                </span>
              </span>
              <span className="small clip" style={{ display: 'block' }}>
                <span className="quiet">{t('intake.starts', { name: clock.fromName })} · </span>
                <span style={{ color: 'var(--water)' }}>{clock.article}</span>
              </span>
            </button>
            {open === key && (
              <div className="small muted" style={{ marginTop: 4 }}>
                <p>“{clock.quote}”</p>
                <dl className="pairs" style={{ gridTemplateColumns: '40px 1fr' }}>
                  {clock.why.map((line, index) => (
                    // biome-ignore lint/suspicious/noArrayIndexKey: lines have no identity of their own
                    <div key={index} style={{ display: 'contents' }}>
                      <dt>{line.label}</dt>
                      <dd>
                        <b>{line.value}</b> {line.detail}
                      </dd>
                    </div>
                  ))}
                </dl>
              </div>
            )}
          </li>
        );
      })}
    </ul>
  );
}
