/** Clocks of one to four rulebooks: a row for what is to be done, a column for each; a row opens to its reasons. */
import { Link } from '@tanstack/react-router';
import { Fragment, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNow } from '../../../kit/live.ts';
import { shortTime } from '../../../kit/time.ts';
import type { ClockView } from '../../../kit/views.ts';
import type { Rulebook } from '../browse/data.ts';
import { aligned } from './aligned.ts';

interface Props {
  rulebooks: Rulebook[];
  columns: (ClockView[] | undefined)[];
  /** Facts by id. */
  names: ReadonlyMap<string, string>;
}

export function Comparison({ rulebooks, columns, names }: Props): ReactNode {
  const { t } = useTranslation();
  const [open, setOpen] = useState<string | null>(null);
  const rows = aligned(columns);
  if (rows.length === 0)
    return (
      <div className="empty">
        <b>{t('rulebook.resultsNone')}</b>
      </div>
    );
  return (
    <table className="table comparison">
      <thead>
        <tr>
          <th scope="col">{t('reading.duty')}</th>
          {rulebooks.map(({ hash, utility, version }) => (
            <th scope="col" key={hash}>
              {utility} {version}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Fragment key={row.key}>
            <tr className={open === row.key ? 'chosen' : undefined}>
              <th scope="row">
                <button
                  type="button"
                  className="link"
                  aria-expanded={open === row.key}
                  onClick={() => setOpen(open === row.key ? null : row.key)}
                >
                  {row.name}
                </button>
              </th>
              {row.cells.map((cell, at) => (
                <td key={rulebooks[at]?.hash ?? at}>
                  {cell.length === 0 && <span className="quiet">—</span>}
                  {cell.map((clock) => (
                    <Cell key={clock.id} clock={clock} first={row.earliest === at} names={names} />
                  ))}
                </td>
              ))}
            </tr>
            {open === row.key && (
              <tr className="reasons">
                <th scope="row" className="small muted">
                  {t('reading.why')}
                </th>
                {row.cells.map((cell, at) => (
                  <td key={rulebooks[at]?.hash ?? at}>
                    {cell.map((clock) => (
                      <Reasons key={clock.id} clock={clock} rulebook={rulebooks[at]?.hash} />
                    ))}
                  </td>
                ))}
              </tr>
            )}
          </Fragment>
        ))}
      </tbody>
    </table>
  );
}

function Cell({ clock, first, names }: { clock: ClockView; first: boolean; names: Props['names'] }): ReactNode {
  const { t } = useTranslation();
  const now = useNow(60_000);
  const days = t('clock.days', { returnObjects: true });
  const at = (instant: string): string => shortTime(instant, now, days);
  const done = clock.state === 'met' || clock.state === 'met-late' ? clock.state : null;
  return (
    <div className="due-cell">
      <span className="row">
        <b>{clock.dueAt === null ? t('order.neverLate') : at(clock.dueAt)}</b>
        <span className="small muted">{clock.limitText}</span>
        {first && <span className="mark-open">{t('reading.earliest')}</span>}
        {done !== null && (
          <span className={`small ${done === 'met' ? 'kept' : 'late'}`}>
            {t(`reading.done.${done === 'met' ? 'met' : 'late'}`)}
          </span>
        )}
      </span>
      <span className="small quiet">
        {t('intake.starts', { name: clock.fromName })}
        {clock.warnAt !== null && ` · ${t('reading.warns', { at: at(clock.warnAt) })}`}
      </span>
      {clock.asks.length > 0 && (
        <span className="small warned">
          {t('reading.asks', { what: clock.asks.map((id) => names.get(id) ?? id).join('、') })}
        </span>
      )}
    </div>
  );
}

/** Article, quote, why; how it was read, and what the source leaves open. */
function Reasons({ clock, rulebook }: { clock: ClockView; rulebook: string | undefined }): ReactNode {
  const { t } = useTranslation();
  const assumed = t('order.assumedKeys', { returnObjects: true }) as Record<string, string>;
  // The last is its own: those before it head the list it stands in.
  const clause = clock.clauses.at(-1);
  return (
    <div className="reasons-cell">
      <p>
        <Link
          to="/rulebook/browse"
          search={{
            ...(rulebook === undefined ? {} : { pack: rulebook }),
            ...(clause === undefined ? { entry: `${clock.section}.${clock.id.split('/')[0]}` } : { clause }),
          }}
        >
          {clock.article}
        </Link>{' '}
        “{clock.quote}”
      </p>
      <dl className="pairs">
        {clock.why.map((line, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: lines have no identity of their own
          <Fragment key={index}>
            <dt>{line.label}</dt>
            <dd>
              <b>{line.value}</b> {line.detail.includes(clock.quote.slice(0, 12)) ? '' : line.detail}
            </dd>
          </Fragment>
        ))}
      </dl>
      {clock.assumed.length > 0 && (
        <p className="small muted">
          {t('order.assumed', { what: clock.assumed.map((key) => assumed[key] ?? key).join('、') })}
        </p>
      )}
    </div>
  );
}
