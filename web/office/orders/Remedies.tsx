/** 应赔付、奖励、考核: what the rulebook owes to whom in this order. Only shown; nothing is posted. */
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { local } from '../../kit/time.ts';
import type { OrderDetail } from '../../kit/views.ts';
import { type Remedy, useRemedies } from '../reports/appraisal/data.ts';
import '../style/appraisal.css';

export function Remedies({ order }: { order: OrderDetail }): ReactNode {
  const { t } = useTranslation();
  const remedies = useRemedies(order.id, order.version).data ?? [];
  if (remedies.length === 0) return null;
  return (
    <section className="section remedies" aria-labelledby="remedies-title">
      <div className="section-head">
        <h2 id="remedies-title">{t('remedy.title')}</h2>
        <span className="small quiet">{t('remedy.count', { n: remedies.length })}</span>
      </div>
      <ul>
        {remedies.map((remedy) => (
          <Row key={remedy.id} remedy={remedy} />
        ))}
      </ul>
    </section>
  );
}

const at = (instant: string): string => local(instant).format('YYYY-MM-DD HH:mm');

function Row({ remedy }: { remedy: Remedy }): ReactNode {
  const { t } = useTranslation();
  const keys = t('remedy.keys', { returnObjects: true }) as Record<string, string>;
  const states = t('remedy.states', { returnObjects: true }) as Record<string, string>;
  const comma = t('order.comma');
  const names = (list: Remedy['to']): string => list.map(({ name }) => name).join(comma);
  const more = [
    remedy.fromName !== '' && t('remedy.from', { what: remedy.fromName }),
    t('remedy.since', { at: at(remedy.since) }),
    remedy.until !== null && t('remedy.until', { at: at(remedy.until) }),
    remedy.times > 0 && t('remedy.again', { n: remedy.times }),
    remedy.capped && t('remedy.capped'),
    remedy.steps.length > 0 && t('remedy.steps', { who: names(remedy.steps) }),
    remedy.open && t('remedy.open'),
    remedy.clock !== null &&
      t('remedy.clock', { name: remedy.clock.name, state: states[remedy.clock.state] ?? remedy.clock.state }),
    remedy.assumed.length > 0 &&
      t('remedy.assumed', { what: remedy.assumed.map((key) => keys[key] ?? key).join(comma) }),
  ].filter((one) => typeof one === 'string');
  return (
    <li>
      <span>{names(remedy.to)}</span>
      <b>{remedy.give}</b>
      <span className="article small" title={remedy.quote}>
        {remedy.article}
      </span>
      <span className="small muted more">
        {more.join(' · ')}
        {remedy.reading !== undefined && ` · ${remedy.reading}`}
      </span>
    </li>
  );
}
