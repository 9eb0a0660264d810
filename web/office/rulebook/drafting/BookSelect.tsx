/** A rulebook among those a utility may look at. */
import { Select } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { bookName, type Rulebook } from './data.ts';

interface Props {
  id: string;
  books: Rulebook[];
  value: string | undefined;
  change: (hash: string) => void;
}

export function BookSelect({ id, books, value, change }: Props): ReactNode {
  const { t } = useTranslation();
  const label = (one: Rulebook): string =>
    `${one.utility || one.pack} · ${bookName(one)}${one.inForce ? ` · ${t('drafting.inForce')}` : ''}`;
  const options = (['kept', 'shipped'] as const)
    .map((origin) => ({
      label: t(`drafting.${origin}`),
      options: books.filter((one) => one.origin === origin).map((one) => ({ value: one.hash, label: label(one) })),
    }))
    .filter((group) => group.options.length > 0);
  return (
    <Select
      id={id}
      style={{ width: '100%' }}
      showSearch
      optionFilterProp="label"
      options={options}
      {...(value === undefined ? {} : { value })}
      placeholder={t('drafting.choose')}
      onChange={change}
    />
  );
}
