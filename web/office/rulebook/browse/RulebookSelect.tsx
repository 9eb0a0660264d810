/** Which rulebook: the one in force first, then those kept, then those shipped. */
import { Select } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { type Rulebook, useRulebooks } from './data.ts';

interface Props {
  id: string;
  value: string | undefined;
  change: (hash: string) => void;
  /** Not offered again. */
  without?: readonly string[];
  placeholder?: string;
}

export function RulebookSelect({ id, value, change, without = [], placeholder }: Props): ReactNode {
  const { t } = useTranslation();
  const rulebooks = (useRulebooks().data ?? []).filter(({ hash }) => hash === value || !without.includes(hash));
  const options = (list: readonly Rulebook[]) =>
    list.map((one) => ({
      value: one.hash,
      label: `${one.utility} ${one.version}${one.inForce ? ` · ${t('reading.inForce')}` : ''}`,
      search: `${one.pack} ${one.utility} ${one.source}`,
    }));
  return (
    <Select
      id={id}
      className="rulebook-select"
      aria-label={t('reading.rulebook')}
      value={value ?? null}
      placeholder={placeholder ?? ''}
      onChange={(next: string) => change(next)}
      showSearch={{
        filterOption: (typed, option) =>
          JSON.stringify(option ?? '')
            .toLowerCase()
            .includes(typed.toLowerCase()),
      }}
      options={[
        { label: t('reading.kept'), options: options(rulebooks.filter(({ origin }) => origin === 'kept')) },
        { label: t('reading.shipped'), options: options(rulebooks.filter(({ origin }) => origin === 'shipped')) },
      ]}
    />
  );
}
