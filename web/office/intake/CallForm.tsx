/** What the caller says, in the order it is asked. */
import { Input, Select } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { FormView, RouteView } from '../../kit/views.ts';
import { useVocabulary } from '../data.ts';
import { EventPicker } from '../parts/EventPicker.tsx';
import { TimeInput } from '../parts/TimeInput.tsx';
import { Concerned } from './Concerned.tsx';
import { type Draft, isPraise } from './draft.ts';
import { INPUT, inputOf } from './Elements.tsx';
import { Ownership } from './Ownership.tsx';
import { PlaceField } from './PlaceField.tsx';
import { Suggestions } from './Suggestions.tsx';

interface Props {
  draft: Draft;
  change: (part: Partial<Draft>) => void;
  extra: FormView | null;
  /** Whose it would be, as far as is known. */
  routing: RouteView[];
  decline: (reason: 'irrelevant' | 'outside-duty') => void;
}

export function CallForm({ draft, change, extra, routing, decline }: Props): ReactNode {
  const { t } = useTranslation();
  const fixed = draft.letter !== null;
  const channels = useVocabulary().data?.channels ?? [];
  const more = (extra?.fields ?? []).filter((field) => INPUT[field.id] === undefined && inputOf(field.id) !== null);
  return (
    <div className="fields">
      <div className="field third">
        <label htmlFor="channel">{t('intake.channel')}</label>
        <Select
          id="channel"
          disabled={fixed}
          value={draft.channel === '' ? null : draft.channel}
          onChange={(channel: string) => change({ channel })}
          showSearch={{ optionFilterProp: 'label' }}
          options={channels.map((channel) => ({ value: channel.id, label: channel.name }))}
        />
      </div>
      <div className="field third">
        <label htmlFor="receivedAt">{t('intake.receivedAt')}</label>
        <TimeInput
          id="receivedAt"
          disabled={fixed}
          value={draft.receivedAt}
          change={(receivedAt) => {
            const { receivedAt: _, ...others } = draft;
            change(receivedAt === undefined ? { ...others, receivedAt: undefined as never } : { receivedAt });
          }}
          placeholder={t('intake.receivedHint')}
        />
      </div>
      <div className="field third">
        <label htmlFor="sourceRef">{t('intake.sourceRef')}</label>
        <Input
          id="sourceRef"
          disabled={fixed}
          value={draft.sourceRef}
          placeholder={t('intake.sourceHint')}
          onChange={(event) => change({ sourceRef: event.target.value })}
        />
      </div>
      <div className="field">
        <label htmlFor="content">{t('intake.content')}</label>
        <Input.TextArea
          id="content"
          readOnly={fixed}
          autoFocus
          autoSize={{ minRows: 3, maxRows: 10 }}
          maxLength={20000}
          value={draft.content}
          placeholder={t('intake.contentHint')}
          onChange={(event) => change({ content: event.target.value })}
        />
        {fixed && <span className="hint">{t('waiting.fixed')}</span>}
      </div>
      <Suggestions draft={draft} change={change} decline={decline} />
      <div className="field">
        <label htmlFor="event">{t('intake.event')}</label>
        <EventPicker
          id="event"
          value={draft.event}
          change={(event) => change({ event })}
          placeholder={t('intake.eventHint')}
          none={t('intake.eventNone')}
        />
      </div>
      <Concerned draft={draft} change={change} />
      {isPraise(draft) && (
        <div className="field">
          <label htmlFor="thanks">{t('contact.thanks')}</label>
          <Input.TextArea
            id="thanks"
            autoSize={{ minRows: 2 }}
            maxLength={2000}
            value={draft.thanks}
            placeholder={t('contact.thanksText')}
            onChange={(event) => change({ thanks: event.target.value })}
          />
        </div>
      )}
      <div className="field">
        <label htmlFor="place">{t('intake.place')}</label>
        <PlaceField draft={draft} change={change} />
      </div>
      <div className="field third">
        <label htmlFor="reporter">{t('intake.reporter')}</label>
        <Input
          id="reporter"
          value={draft.reporter}
          maxLength={50}
          autoComplete="off"
          onChange={(event) => change({ reporter: event.target.value })}
        />
      </div>
      <div className="field third">
        <label htmlFor="phone">{t('intake.phone')}</label>
        <Input
          id="phone"
          type="tel"
          value={draft.phone}
          maxLength={30}
          autoComplete="off"
          onChange={(event) => change({ phone: event.target.value })}
        />
      </div>
      <div className="field third">
        <label htmlFor="contactTimes">{t('intake.contactTimes')}</label>
        <Input
          id="contactTimes"
          value={draft.contactTimes}
          maxLength={200}
          placeholder={t('intake.contactHint')}
          onChange={(event) => change({ contactTimes: event.target.value })}
        />
      </div>
      <div className="field">
        <label className="row" htmlFor="urgent" style={{ color: 'var(--ink)', fontSize: 13 }}>
          <input
            id="urgent"
            type="checkbox"
            checked={draft.urgent}
            onChange={(event) => change({ urgent: event.target.checked })}
          />
          {t('intake.urgent')}
          <span className="quiet small">{t('intake.urgentHint')}</span>
        </label>
      </div>
      <Ownership routing={routing} draft={draft} change={change} />
      {more.length > 0 && (
        <div className="field">
          <h2>{t('intake.extra')}</h2>
          <span className="hint">
            {extra?.article}：“{extra?.quote}”
          </span>
        </div>
      )}
      {more.map((field) => {
        const id = `extra-${field.id}`;
        const value = draft.form[field.id];
        const set = (next: unknown): void => change({ form: { ...draft.form, [field.id]: next } });
        const choices =
          field.type === 'yes-no'
            ? [
                { value: true as unknown, label: t('act.yes') },
                { value: false as unknown, label: t('act.no') },
              ]
            : field.choices?.map((choice) => ({ value: choice.id as unknown, label: choice.name }));
        return (
          <div key={field.id} className="field half">
            <label htmlFor={id}>{field.name}</label>
            {choices === undefined ? (
              <Input id={id} value={(value as string) ?? ''} onChange={(event) => set(event.target.value)} />
            ) : (
              <Select id={id} allowClear value={value ?? null} onChange={set} options={choices} />
            )}
          </div>
        );
      })}
    </div>
  );
}
