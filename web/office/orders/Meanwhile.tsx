/** Somebody else changed the order while I type: who, when, what. */
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { hm } from '../../kit/time.ts';
import type { OrderDetail, TimelineItem } from '../../kit/views.ts';

/** The latest are said in full; the others are counted, and stand in the log. */
const SHOWN = 3;

const last = ({ timeline }: OrderDetail): number => timeline.reduce((most, { seq }) => Math.max(most, seq), 0);

/** What people did since the panel was opened; the system's own entries change nothing that is being typed. */
export function useMeanwhile(order: OrderDetail): TimelineItem[] {
  const [opened] = useState(() => ({ version: order.version, seq: last(order) }));
  if (order.version <= opened.version) return [];
  return order.timeline.filter(({ seq, via }) => seq > opened.seq && via !== 'system').sort((a, b) => a.seq - b.seq);
}

const whole = ({ name, text }: TimelineItem): string => (text.startsWith(name) ? text : `${name} ${text}`.trim());

export function Meanwhile({ items }: { items: TimelineItem[] }): ReactNode {
  const { t } = useTranslation();
  if (items.length === 0) return null;
  return (
    <div className="notice warn">
      {t('live.meanwhile')}
      <ul className="meanwhile">
        {items.length > SHOWN && <li>{t('live.meanwhileBefore', { n: items.length - SHOWN })}</li>}
        {items.slice(-SHOWN).map((item) => (
          <li key={item.seq}>{t('live.change', { at: hm(item.recordedAt), by: item.by, what: whole(item) })}</li>
        ))}
      </ul>
      {t('live.meanwhileKept')}
    </div>
  );
}
