/** One fact that makes a difference, in the kind the rulebook declares; it may be left unsaid. */
import { Input, InputNumber, Select } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { AskedFact } from './data.ts';
import type { FactValue } from './search.ts';

interface Props {
  fact: AskedFact;
  value: FactValue | undefined;
  change: (value: FactValue | undefined) => void;
}

export function FactField({ fact, value, change }: Props): ReactNode {
  const { t } = useTranslation();
  const id = `fact-${fact.id}`;
  return (
    <div className="field half">
      <label htmlFor={id}>{fact.name}</label>
      {fact.type === 'number' ? (
        <InputNumber
          id={id}
          style={{ width: '100%' }}
          value={typeof value === 'number' ? value : null}
          onChange={(next) => change(next ?? undefined)}
        />
      ) : fact.type === 'yes-no' ? (
        <Select
          id={id}
          allowClear
          placeholder={t('reading.unsaid')}
          value={typeof value === 'boolean' ? (value ? 'yes' : 'no') : null}
          onChange={(next: string | undefined) => change(next === undefined ? undefined : next === 'yes')}
          options={[
            { value: 'yes', label: t('act.yes') },
            { value: 'no', label: t('act.no') },
          ]}
        />
      ) : fact.choices !== undefined && fact.choices.length > 0 ? (
        <Select
          id={id}
          allowClear
          placeholder={t('reading.unsaid')}
          {...(fact.type === 'set' ? { mode: 'multiple' as const } : {})}
          value={(value as string) ?? null}
          onChange={(next: string | string[] | undefined) =>
            change(next === undefined || next.length === 0 ? undefined : next)
          }
          options={fact.choices.map((choice) => ({ value: choice.id, label: choice.name }))}
        />
      ) : (
        <Input
          id={id}
          value={typeof value === 'string' ? value : ''}
          onChange={({ target }) => change(target.value === '' ? undefined : target.value)}
        />
      )}
    </div>
  );
}
