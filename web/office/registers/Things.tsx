/** A page of the register as a table. */
import { Link } from '@tanstack/react-router';
import { type ReactNode, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useNow } from '../../kit/live.ts';
import { shortTime } from '../../kit/time.ts';
import { useKeys } from '../shell/keys.ts';
import { type NextDue as Due, type Thing, useNextDues } from './data.ts';
import type { RegisterSearch } from './search.ts';
import { isOver } from './validity.ts';

const HEADS = ['code', 'name', 'kind', 'unit', 'place', 'lastDone', 'next', 'expires'] as const;

interface Props {
  things: Thing[];
  search: RegisterSearch;
  /** The next is on its way. */
  stale: boolean;
  none: ReactNode;
}

export function Things({ things, search, stale, none }: Props): ReactNode {
  const { t } = useTranslation();
  const now = useNow(60_000);
  const due = useNextDues(things).data;
  const body = useRef<HTMLTableSectionElement>(null);
  const step = (by: number): void => {
    const links = [...(body.current?.querySelectorAll('a') ?? [])];
    const at = links.indexOf(document.activeElement as HTMLAnchorElement);
    links[Math.max(0, Math.min(links.length - 1, at < 0 ? 0 : at + by))]?.focus();
  };
  useKeys({ j: () => step(1), k: () => step(-1) });
  return (
    <>
      <table className="table registers-table" aria-label={t('registers.rows')} aria-busy={stale}>
        <thead>
          <tr>
            {HEADS.map((head) => (
              <th key={head} scope="col">
                {t(`registers.heads.${head}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody ref={body}>
          {things.map((thing) => {
            const chosen = thing.thingId === search.id;
            return (
              <tr key={thing.thingId} className={chosen ? 'chosen' : undefined}>
                <td className="tabular">
                  <Link
                    to="/registers"
                    search={{ ...search, id: thing.thingId }}
                    aria-current={chosen ? 'true' : undefined}
                  >
                    {thing.code}
                  </Link>
                </td>
                <td>
                  {thing.name}
                  {thing.person !== null && <span className="muted"> {thing.person}</span>}
                </td>
                <td>{thing.kindName}</td>
                <td>{thing.unit ?? ''}</td>
                <td>{thing.place}</td>
                <td className="tabular">{thing.lastDone ?? ''}</td>
                <td className="tabular">
                  <NextDue due={due?.get(thing.thingId)} now={now} />
                </td>
                <td className={isOver(thing, now) ? 'tabular late-text' : 'tabular'}>{thing.expiresOn ?? ''}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
      {things.length === 0 && none}
    </>
  );
}

/** When it is due; past: late. Its order, where there is one already. */
function NextDue({ due, now }: { due: Due | undefined; now: number }): ReactNode {
  const { t } = useTranslation();
  if (!due?.dueAt) return '';
  const at = Date.parse(due.dueAt);
  return (
    <>
      <span className={at < now ? 'late-text' : undefined}>
        {shortTime(at, now, t('clock.days', { returnObjects: true }))}
      </span>
      {due.orderId !== null && (
        <>
          {' '}
          <Link to="/orders/$orderId" params={{ orderId: String(due.orderId) }}>
            {t('registers.underway')}
          </Link>
        </>
      )}
    </>
  );
}
