/** 时长归属: with whom the order lay, and how long; all of it adds up to the time since it was received. */
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { span } from '../../kit/time.ts';
import type { OrderDetail } from '../../kit/views.ts';
import { useAttribution } from '../data.ts';
import '../style/attribution.css';

export function Attribution({ order }: { order: OrderDetail }): ReactNode {
  const { t } = useTranslation();
  const held = useAttribution(order.id, order.version);
  const units = t('clock.units', { returnObjects: true });
  // Beside the clocks and the history it can be missed; its place is kept while it loads.
  if (held.isError && held.data === undefined) return null;
  const totals = held.data?.totals ?? [];
  return (
    <section className="section held" aria-labelledby="held-title" aria-busy={held.data === undefined}>
      <div className="section-head">
        <h2 id="held-title">{t('attribution.title')}</h2>
        <span className="small quiet">
          {held.data !== undefined &&
            t(held.data.closed ? 'attribution.wholeClosed' : 'attribution.whole', {
              length: span(held.data.ms, units),
            })}
        </span>
      </div>
      <div className="held-bar" aria-hidden="true">
        {totals.map(({ holder, ms }) => (
          <i key={holder} className={holder} style={{ flexGrow: ms }} />
        ))}
      </div>
      <ul className="held-words">
        {totals.map(({ holder, name, ms }) => (
          <li key={holder}>
            <i className={holder} aria-hidden="true" />
            {name} {span(ms, units)}
          </li>
        ))}
      </ul>
    </section>
  );
}
