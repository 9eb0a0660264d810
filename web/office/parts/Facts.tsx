/** Facts 补充事实: which one, and its value in the kind the rulebook declares. */
import { Input, InputNumber, Select } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { FactLine } from '../../kit/acts.ts';
import type { FactWord } from '../../kit/views.ts';
import { useDepartments, useVocabulary } from '../data.ts';
import { Choices } from './Choices.tsx';

interface Props {
  id: string;
  lines: FactLine[];
  known?: Record<string, unknown>;
  change: (lines: FactLine[]) => void;
}

export function Facts({ id, lines, known, change }: Props): ReactNode {
  const { t } = useTranslation();
  const words = useVocabulary().data?.facts ?? [];
  const put = (index: number, line: FactLine): void => change(lines.map((one, at) => (at === index ? line : one)));
  return (
    <div style={{ display: 'grid', gap: 8 }}>
      {lines.map((line, index) => {
        const word = words.find((one) => one.id === line.id);
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: a line is its position
          <div key={index} className="row">
            <Select
              {...(index === 0 ? { id } : {})}
              aria-label={t('act.fact')}
              style={{ flex: '1 1 200px', minWidth: 0, maxWidth: 280 }}
              value={line.id === '' ? null : line.id}
              placeholder={t('act.choose')}
              onChange={(next: string) => put(index, { id: next, value: known?.[next] })}
              showSearch={{ optionFilterProp: 'label' }}
              options={words.map((one) => ({ value: one.id, label: one.name }))}
            />
            <FactValueInput word={word} value={line.value} change={(value) => put(index, { id: line.id, value })} />
            {lines.length > 1 && (
              <button type="button" className="link" onClick={() => change(lines.filter((_, at) => at !== index))}>
                {t('act.remove')}
              </button>
            )}
          </div>
        );
      })}
      <span>
        <button type="button" className="link" onClick={() => change([...lines, { id: '', value: undefined }])}>
          {t('act.factAnother')}
        </button>
      </span>
    </div>
  );
}

function FactValueInput({
  word,
  value,
  change,
}: {
  word: FactWord | undefined;
  value: unknown;
  change: (value: unknown) => void;
}): ReactNode {
  const { t } = useTranslation();
  const label = t('act.factValue');
  const departments = useDepartments().data ?? [];
  const style = { flex: '1 1 140px', minWidth: 0, maxWidth: 240 };
  if (word === undefined) return <Input aria-label={label} disabled style={style} />;
  if (word.type === 'number') {
    return (
      <InputNumber
        aria-label={label}
        style={style}
        value={(value as number) ?? null}
        onChange={(next) => change(next ?? undefined)}
      />
    );
  }
  if (word.type === 'unit') {
    return (
      <Select
        aria-label={label}
        style={style}
        value={(value as string) ?? null}
        onChange={change}
        showSearch={{ optionFilterProp: 'label' }}
        options={departments.map((one) => ({ value: one.id, label: one.name }))}
      />
    );
  }
  if (word.type === 'yes-no') {
    return (
      <fieldset className="plain" aria-label={`${word.name} ${label}`}>
        <Choices
          name={`fact-${word.id}`}
          value={value === undefined ? undefined : value === true ? 'yes' : 'no'}
          choices={[
            { id: 'yes', name: t('act.yes') },
            { id: 'no', name: t('act.no') },
          ]}
          change={(next) => change(next === 'yes')}
        />
      </fieldset>
    );
  }
  if (word.choices !== undefined && word.choices.length > 0) {
    return (
      <Select
        aria-label={label}
        style={style}
        {...(word.type === 'set' ? { mode: 'multiple' as const } : {})}
        value={(value as string) ?? null}
        onChange={change}
        options={word.choices.map((choice) => ({ value: choice.id, label: choice.name }))}
      />
    );
  }
  return (
    <Input
      aria-label={label}
      style={style}
      value={(value as string) ?? ''}
      onChange={(event) => change(event.target.value)}
    />
  );
}
