/** 被投诉单位、被投诉人: asked where the rulebook keeps the complaint from them. */
import { Input, Select } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useDepartments, useVocabulary } from '../data.ts';
import type { Draft } from './draft.ts';

export function Concerned({ draft, change }: { draft: Draft; change: (part: Partial<Draft>) => void }): ReactNode {
  const { t } = useTranslation();
  const departments = useDepartments().data ?? [];
  const event = useVocabulary().data?.events.find(({ id }) => id === draft.event);
  if (event?.confidential !== true) return null;
  return (
    <>
      <div className="field">
        <p className="notice">
          <b>{t('sealed.mark')}</b> {t('sealed.intake')}
        </p>
      </div>
      <div className="field half">
        <label htmlFor="concernedUnit">{t('sealed.unit')}</label>
        <Select
          id="concernedUnit"
          allowClear
          value={draft.concernedUnit === '' ? null : draft.concernedUnit}
          placeholder={t('sealed.unitHint')}
          onChange={(concernedUnit: string | undefined) => change({ concernedUnit: concernedUnit ?? '' })}
          showSearch={{ optionFilterProp: 'label' }}
          options={departments.map(({ id, name }) => ({ value: id, label: name }))}
        />
      </div>
      <div className="field half">
        <label htmlFor="concernedPerson">{t('sealed.person')}</label>
        <Input
          id="concernedPerson"
          value={draft.concernedPerson}
          maxLength={50}
          autoComplete="off"
          placeholder={t('sealed.personHint')}
          onChange={(typed) => change({ concernedPerson: typed.target.value })}
        />
      </div>
    </>
  );
}
