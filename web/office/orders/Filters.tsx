import { Select } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useDepartments, useVocabulary } from '../data.ts';
import type { DeskSearch } from './search.ts';

const STATES = [
  'awaiting-dispatch',
  'awaiting-acceptance',
  'awaiting-assignment',
  'in-progress',
  'awaiting-review',
  'awaiting-call-back',
] as const;
const ENDED = ['closed', 'cancelled', 'merged'] as const;

export function Filters({
  search,
  change,
  among = true,
}: {
  search: DeskSearch;
  change: (next: DeskSearch) => void;
  /** Whether it asks for open or closed ones; a list that asks itself has orders of every state. */
  among?: boolean;
}): ReactNode {
  const { t } = useTranslation();
  const departments = useDepartments().data ?? [];
  const events = useVocabulary().data?.events ?? [];
  const set = (key: 'state' | 'department' | 'event', value: string | undefined): void => {
    const { [key]: _, ...others } = search;
    change(value === undefined ? others : { ...others, [key]: value });
  };
  return (
    <div className="filters">
      <Select
        allowClear
        aria-label={t('list.state')}
        placeholder={t('list.state')}
        value={search.state ?? null}
        onChange={(value: string | null) => set('state', value ?? undefined)}
        options={(among ? STATES : [...STATES, ...ENDED]).map((state) => ({
          value: state,
          label: t(`state.${state}`),
        }))}
      />
      <Select
        allowClear
        showSearch={{ optionFilterProp: 'label' }}
        aria-label={t('list.department')}
        placeholder={t('list.department')}
        value={search.department ?? null}
        onChange={(value: string | null) => set('department', value ?? undefined)}
        options={departments.map((department) => ({ value: department.id, label: department.name }))}
      />
      <Select
        allowClear
        showSearch={{ optionFilterProp: 'label' }}
        className="wide"
        aria-label={t('list.event')}
        placeholder={t('list.event')}
        value={search.event ?? null}
        onChange={(value: string | null) => set('event', value ?? undefined)}
        options={events.map((event) => ({ value: event.id, label: event.name }))}
      />
      {among && (
        <label className="row small">
          <input
            type="checkbox"
            checked={search.closed === true}
            onChange={(event) => {
              const { closed: _, ...others } = search;
              change(event.target.checked ? { ...others, closed: true } : others);
            }}
          />
          {t('list.closed')}
        </label>
      )}
      <label className="row small">
        <input
          type="checkbox"
          checked={search.repeated === true}
          onChange={(event) => {
            const { repeated: _, ...others } = search;
            change(event.target.checked ? { ...others, repeated: true } : others);
          }}
        />
        {t('contact.repeatFilter')}
      </label>
      <span className="end">
        <button
          type="button"
          className="link small"
          onClick={() => change(search.tab === undefined ? {} : { tab: search.tab })}
        >
          {t('list.clear')}
        </button>
      </span>
    </div>
  );
}
