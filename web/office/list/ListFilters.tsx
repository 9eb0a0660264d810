/** 筛选: which orders, said in one line. */
import { Select } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { dayBegins, local } from '../../kit/time.ts';
import type { Tab } from '../../kit/views.ts';
import { useVocabulary } from '../data.ts';
import { Filters } from '../orders/Filters.tsx';
import { useDistricts } from '../set-up/data.ts';
import { kept, type ListSearch } from './search.ts';

const TABS = ['late', 'warned', 'paused', 'mine'] as const;

interface Props {
  search: ListSearch;
  change: (next: ListSearch) => void;
}

export function ListFilters({ search, change }: Props): ReactNode {
  const { t } = useTranslation();
  const channels = useVocabulary().data?.channels ?? [];
  const districts = useDistricts().data ?? [];
  const set = (key: keyof ListSearch, value: string | true | undefined): void => {
    const others = without(search, key);
    change(value === undefined ? others : { ...others, [key]: value });
  };
  return (
    <div className="list-filters">
      <Among search={search} change={change} />
      <Select
        allowClear
        aria-label={t('lists.clock')}
        placeholder={t('lists.clock')}
        value={search.tab ?? null}
        onChange={(value: Tab | null) => set('tab', value ?? undefined)}
        options={TABS.map((tab) => ({ value: tab, label: t(`list.tabs.${tab}`, { n: '' }).trim() }))}
      />
      <Select
        allowClear
        aria-label={t('lists.district')}
        placeholder={t('lists.district')}
        value={search.district ?? null}
        onChange={(value: string | null) => set('district', value ?? undefined)}
        options={districts.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <Select
        allowClear
        aria-label={t('lists.channel')}
        placeholder={t('lists.channel')}
        value={search.channel ?? null}
        onChange={(value: string | null) => set('channel', value ?? undefined)}
        options={channels.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <Day name={t('lists.from')} at={search.receivedFrom} after={0} choose={(at) => set('receivedFrom', at)} />
      <Day name={t('lists.until')} at={search.receivedUntil} after={1} choose={(at) => set('receivedUntil', at)} />
      <label className="row small">
        <input
          type="checkbox"
          checked={search.urgent === true}
          onChange={(event) => set('urgent', event.target.checked || undefined)}
        />
        {t('lists.urgentOnly')}
      </label>
      <Filters
        search={search}
        change={(next) => change(Object.keys(next).length === 0 ? kept(search) : next)}
        among={false}
      />
      {search.q !== undefined && (
        <span className="list-searched row small">
          {t('list.searchFor', { q: search.q })}
          <button type="button" className="link" onClick={() => change(without(search, 'q'))}>
            {t('lists.clearSearch')}
          </button>
        </span>
      )}
    </div>
  );
}

function without(search: ListSearch, key: keyof ListSearch): ListSearch {
  const { [key]: _, ...others } = search;
  return others;
}

/** A day as people choose it, an instant as it is asked for. @param after days between the day chosen and the instant */
function Day(props: { name: string; at: string | undefined; after: number; choose: (at: string | undefined) => void }) {
  const { name, at, after, choose } = props;
  return (
    <label className="row small">
      {name}
      <input
        type="date"
        className="combo-input list-day"
        value={at === undefined ? '' : local(at).subtract(after, 'day').format('YYYY-MM-DD')}
        onChange={({ target }) => {
          const from = dayBegins(target.value);
          choose(Number.isNaN(from) ? undefined : new Date(from + after * 86_400_000).toISOString());
        }}
      />
    </label>
  );
}

function Among({ search, change }: Props): ReactNode {
  const { t } = useTranslation();
  const now = search.any ? 'all' : search.closed ? 'closed' : 'open';
  const { any: _a, closed: _c, ...others } = search;
  const choices = { open: others, closed: { ...others, closed: true }, all: { ...others, any: true } };
  return (
    <fieldset className="segments">
      <legend className="hidden">{t('lists.among')}</legend>
      {(['open', 'closed', 'all'] as const).map((name) => (
        <label key={name}>
          <input type="radio" name="among" checked={now === name} onChange={() => change(choices[name])} />
          {t(`lists.${name}`)}
        </label>
      ))}
    </fieldset>
  );
}
