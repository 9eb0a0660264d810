/** 疑似同件: what is likely the same incident, why, and one key to join it. */
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useNow } from '../../kit/live.ts';
import { shortTime } from '../../kit/time.ts';
import type { Duplicate } from '../../kit/views.ts';
import { Key } from '../parts/Key.tsx';
import '../style/merging.css';

interface Props {
  items: Duplicate[];
  /** What joining is called for this one, and its key. */
  join: (one: Duplicate, index: number) => { name: string; key: string | null };
  act: (one: Duplicate) => void;
  busy: boolean;
}

export function Duplicates({ items, join, act, busy }: Props): ReactNode {
  const { t } = useTranslation();
  const now = useNow(60_000);
  const days = t('clock.days', { returnObjects: true });
  if (items.length === 0) return null;
  return (
    <section className="duplicates" aria-labelledby="duplicates-title">
      <h2 id="duplicates-title">{t('merging.title', { n: items.length })}</h2>
      <p className="small quiet">{t('merging.help')}</p>
      <ul>
        {items.map((one, index) => {
          const { name, key } = join(one, index);
          return (
            <li key={one.orderId} className={one.strong ? 'strong-match' : ''}>
              <div className="row">
                <Link className="grow clip" to="/orders/$orderId" params={{ orderId: String(one.orderId) }}>
                  <b>{one.number.split('-').at(-1)}</b> {one.eventName}
                </Link>
                {one.open ? (
                  <button type="button" className="btn" disabled={busy} onClick={() => act(one)}>
                    {name} {key !== null && <Key>{key}</Key>}
                  </button>
                ) : (
                  <span className="small quiet">{one.stateName}</span>
                )}
              </div>
              <div className="clip">{one.place || one.summary}</div>
              <div className="small why-same">{one.reasons.join(' · ')}</div>
              <div className="small quiet clip">
                {shortTime(one.receivedAt, now, days)} · {one.stateName}
                {one.departmentName !== null && ` · ${one.departmentName}`}
                {one.callers > 1 && ` · ${t('merging.calls', { n: one.callers })}`}
              </div>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
