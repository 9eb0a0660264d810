/** 归属: what decides whose a report is, asked while the caller is on the line. */
import { InputNumber, Select } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { RouteView } from '../../kit/views.ts';
import { useVocabulary } from '../data.ts';
import { Because } from '../parts/Because.tsx';
import type { Draft } from './draft.ts';

interface Props {
  routing: RouteView[];
  draft: Draft;
  change: (part: Partial<Draft>) => void;
}

export function Ownership({ routing, draft, change }: Props): ReactNode {
  const { t } = useTranslation();
  const words = useVocabulary().data?.facts ?? [];
  const asked = routing.flatMap(({ asks }) => asks);
  // what was answered stays on the page, to be corrected
  const answered = Object.keys(draft.facts).flatMap((fact) =>
    words
      .filter(({ id }) => id === fact)
      .map(({ name, type, choices }) => ({ fact, name, type, choices: choices ?? [] })),
  );
  const fields = [...answered, ...asked].filter(({ fact }, i, all) => all.findIndex((one) => one.fact === fact) === i);
  if (routing.length === 0 || (fields.length === 0 && routing.every(({ because }) => because.length === 0)))
    return null;
  const set = (fact: string, value: string | number | boolean | undefined): void => {
    const { [fact]: _, ...others } = draft.facts;
    change({ facts: value === undefined || value === '' ? others : { ...others, [fact]: value } });
  };
  return (
    <>
      <div className="field" aria-live="polite">
        <h2>{t('ownership.title')}</h2>
        <ul>
          {routing.map((one) => (
            <li key={`${one.to}${one.article}${one.reason}`} className="small" style={{ lineHeight: '20px' }}>
              <Because route={one} />
            </li>
          ))}
        </ul>
        {fields.length > 0 && <span className="hint">{t('ownership.ask')}</span>}
      </div>
      {fields.map(({ fact, name, type, choices }) => {
        const id = `fact-${fact}`;
        const options =
          type === 'yes-no'
            ? [
                { value: 'yes', label: t('act.yes') },
                { value: 'no', label: t('act.no') },
              ]
            : choices.map((choice) => ({ value: choice.id, label: choice.name }));
        const value = draft.facts[fact];
        return (
          <div key={fact} className="field half">
            <label htmlFor={id}>{name}</label>
            {options.length > 0 ? (
              <Select
                id={id}
                allowClear
                placeholder={t('ownership.unknown')}
                value={typeof value === 'boolean' ? (value ? 'yes' : 'no') : value === undefined ? null : String(value)}
                onChange={(next: string | undefined) =>
                  set(fact, type === 'yes-no' && next !== undefined ? next === 'yes' : next)
                }
                options={options}
              />
            ) : (
              <InputNumber
                id={id}
                placeholder={t('ownership.unknown')}
                value={typeof value === 'number' ? value : null}
                onChange={(next) => set(fact, next ?? undefined)}
              />
            )}
          </div>
        );
      })}
    </>
  );
}
