/** The rulebook in force: its limits with article and text, and what a deadline would be. */
import { Input, Select, Skeleton } from 'antd';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { usePack, usePreview, useVocabulary } from '../data.ts';
import type { FactLine } from '../orders/forms.ts';
import { EventPicker } from '../parts/EventPicker.tsx';
import { Facts } from '../parts/Facts.tsx';
import { TimeInput } from '../parts/TimeInput.tsx';
import { LoadFailed } from '../shell/Fallbacks.tsx';
import { PreviewClocks } from './PreviewClocks.tsx';

export function RulebookPage(): ReactNode {
  const { t } = useTranslation();
  const pack = usePack();
  const vocabulary = useVocabulary();
  const [find, setFind] = useState('');
  const typed = find.trim().toLowerCase();
  const clocks = (vocabulary.data?.clocks ?? []).filter((clock) =>
    [clock.name, clock.article, clock.quote, clock.id].some((text) => text.toLowerCase().includes(typed)),
  );
  if (pack.error !== null) return <LoadFailed error={pack.error} again={() => void pack.refetch()} />;
  return (
    <div className="rulebook">
      <section className="main" aria-labelledby="rulebook-title">
        <h1 id="rulebook-title">{t('rulebook.title')}</h1>
        {pack.data === undefined ? (
          <Skeleton active={false} />
        ) : (
          <p className="muted row" style={{ marginBottom: 12, gap: 20 }}>
            <b className="strong">{pack.data.utility}</b>
            <span>
              {t('rulebook.version')} {pack.data.version}
            </span>
            <span>
              {t('rulebook.effective')} {pack.data.effective}
            </span>
            <span className="quiet" title={pack.data.hash}>
              {t('rulebook.hash')} {pack.data.hash.slice(0, 12)}
            </span>
          </p>
        )}
        <div className="row" style={{ marginBottom: 4 }}>
          <h2>{t('rulebook.clocks')}</h2>
          <span className="small quiet grow">{t('rulebook.clockCount', { n: clocks.length })}</span>
          <Input
            style={{ width: 260 }}
            allowClear
            value={find}
            aria-label={t('rulebook.find')}
            placeholder={t('rulebook.find')}
            onChange={(event) => setFind(event.target.value)}
          />
        </div>
        {clocks.length === 0 && vocabulary.isSuccess ? (
          <p className="empty">{t('rulebook.none')}</p>
        ) : (
          <table className="table">
            <thead>
              <tr>
                <th scope="col">{t('rulebook.name')}</th>
                <th scope="col">{t('rulebook.limits')}</th>
                <th scope="col">{t('rulebook.article')}</th>
                <th scope="col">{t('rulebook.quote')}</th>
              </tr>
            </thead>
            <tbody>
              {clocks.map((clock) => (
                <tr key={`${clock.section}/${clock.id}`}>
                  <td style={{ whiteSpace: 'nowrap' }}>
                    <b>{clock.name}</b>
                  </td>
                  <td style={{ maxWidth: 180 }}>{clock.limits.join('、')}</td>
                  <td className="muted" style={{ maxWidth: 220 }}>
                    {clock.article}
                  </td>
                  <td className="muted">“{clock.quote}”</td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </section>
      <Calculator />
    </div>
  );
}

function Calculator(): ReactNode {
  const { t } = useTranslation();
  const vocabulary = useVocabulary().data;
  const [channel, setChannel] = useState('phone');
  const [event, setEvent] = useState('');
  const [receivedAt, setReceivedAt] = useState<string | undefined>();
  const [facts, setFacts] = useState<FactLine[]>([{ id: '', value: undefined }]);
  const preview = usePreview({
    event,
    channel,
    facts: Object.fromEntries(
      facts
        .filter((line) => line.id !== '' && line.value != null && line.value !== '')
        .map((line) => [line.id, line.value]),
    ),
    ...(receivedAt === undefined ? {} : { receivedAt }),
  });
  return (
    <aside className="side" aria-labelledby="calculator-title">
      <h2 id="calculator-title">{t('rulebook.calculator')}</h2>
      <p className="quiet small">{t('rulebook.calculatorHelp')}</p>
      <div className="fields" style={{ margin: '12px 0' }}>
        <div className="field half">
          <label htmlFor="calc-channel">{t('rulebook.channel')}</label>
          <Select
            id="calc-channel"
            value={channel}
            onChange={setChannel}
            options={(vocabulary?.channels ?? []).map((word) => ({ value: word.id, label: word.name }))}
          />
        </div>
        <div className="field half">
          <label htmlFor="calc-received">{t('rulebook.receivedAt')}</label>
          <TimeInput
            id="calc-received"
            value={receivedAt}
            change={setReceivedAt}
            placeholder={t('intake.receivedHint')}
          />
        </div>
        <div className="field">
          <label htmlFor="calc-event">{t('rulebook.event')}</label>
          <EventPicker
            id="calc-event"
            value={event}
            change={setEvent}
            placeholder={t('intake.eventHint')}
            none={t('intake.eventNone')}
          />
        </div>
        <div className="field">
          <span className="label">{t('rulebook.facts')}</span>
          <Facts id="calc-facts" lines={facts} change={setFacts} />
        </div>
      </div>
      <h2>{t('rulebook.results')}</h2>
      {event === '' ? (
        <p className="quiet small">{t('rulebook.pick')}</p>
      ) : (
        <PreviewClocks clocks={preview.data} empty={t('rulebook.resultsNone')} />
      )}
    </aside>
  );
}
