/** 经过: newest first; when it occurred, and when it was recorded if that was later. */
import { Fragment, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { hm, local } from '../../kit/time.ts';
import type { AttachmentView, OrderDetail, TimelineItem } from '../../kit/views.ts';
import { Thumbs } from './Thumbs.tsx';

const SHORT = 12;

export function Timeline({ order }: { order: OrderDetail }): ReactNode {
  const { t } = useTranslation();
  const [all, setAll] = useState(false);
  const items = [...order.timeline].sort(
    (a, b) => Date.parse(b.occurredAt) - Date.parse(a.occurredAt) || b.seq - a.seq,
  );
  const shown = all ? items : items.slice(0, SHORT);
  let day = '';
  return (
    <section className="section" aria-labelledby="timeline-title">
      <div className="section-head time-head">
        <h2 id="timeline-title">{t('order.timeline')}</h2>
        <span className="small quiet">{t('order.recordedAt')}</span>
        <span className="grow" />
        <span className="small quiet">
          {shown.length < items.length
            ? t('order.timelineShort', { n: items.length, shown: shown.length })
            : t('order.timelineCount', { n: items.length })}
        </span>
        {shown.length < items.length && (
          <button type="button" className="link small" onClick={() => setAll(true)}>
            {t('order.showAll')}
          </button>
        )}
      </div>
      <ol>
        {items.map((item, index) => {
          const its = local(item.occurredAt).format('MM-DD');
          const turn = day !== '' && its !== day;
          day = its;
          return (
            <Fragment key={item.seq}>
              {turn && (
                <li className={`day-row ${index < shown.length ? '' : 'folded'}`}>
                  {its} {t('week', { returnObjects: true })[local(item.occurredAt).day()]}
                </li>
              )}
              <Item item={item} photos={order.attachments} folded={index >= shown.length} />
            </Fragment>
          );
        })}
      </ol>
    </section>
  );
}

/** The kind stands beside it already. */
function beyondName({ name, text }: TimelineItem): string {
  if (!text.startsWith(name)) return text;
  return text.slice(name.length).replace(/^[：:]\s*/, '');
}

interface ItemProps {
  item: TimelineItem;
  photos: AttachmentView[];
  /** Not on the screen, on paper all the same. */
  folded: boolean;
}

function Item({ item, photos, folded }: ItemProps): ReactNode {
  const { t } = useTranslation();
  const late = Date.parse(item.recordedAt) - Date.parse(item.occurredAt) >= 60_000;
  const sameDay = local(item.recordedAt).isSame(local(item.occurredAt), 'day');
  const files = (item.attachments ?? []).flatMap((id) => photos.find((photo) => photo.id === id) ?? []);
  const via = item.via === 'field' || item.via === 'import' || item.via === 'api' ? t(`order.via.${item.via}`) : '';
  return (
    <li className={`time-row ${item.tone} ${folded ? 'folded' : ''}`}>
      <time className="when" dateTime={item.occurredAt}>
        {hm(item.occurredAt)}
      </time>
      <span className="recorded quiet">
        {late && (
          <time dateTime={item.recordedAt}>
            {sameDay ? hm(item.recordedAt) : local(item.recordedAt).format('MM-DD')}
          </time>
        )}
      </span>
      <b className="kind">{item.name}</b>
      <div className="what">
        {beyondName(item)}
        {item.flags?.map(({ flag, text }) => (
          <span key={flag} className="doubt small">
            {text}
          </span>
        ))}
        {files.length > 0 && <Thumbs files={files} />}
      </div>
      <span className="by quiet end clip">{[item.by, via].filter((part) => part !== '').join(' · ')}</span>
    </li>
  );
}
