/** How many items of a sheet are not as they should be. */
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { InspectionRow } from './data.ts';

export function Result({ row }: { row: Pick<InspectionRow, 'notMet' | 'wanting' | 'toLook' | 'items'> }): ReactNode {
  const { t } = useTranslation();
  const { notMet, wanting, toLook, items } = row;
  if (notMet + wanting + toLook === 0) return <span className="met-text">{t('checks.allGood')}</span>;
  return (
    <span className={notMet > 0 ? 'late-text' : undefined}>
      {t('checks.resultText', { notMet, wanting, toLook, items })}
    </span>
  );
}
