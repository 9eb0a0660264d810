/** 保存的筛选: chosen, kept, shared by a manager, the one the list opens with. */
import { Modal, Popconfirm, Select } from 'antd';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDepartments, useMe } from '../data.ts';
import { useProblemText } from '../shell/Fallbacks.tsx';
import { arrange, forget, keep, type ListView, useListChange } from './data.ts';
import { filteredBy, type ListSearch, queryOf } from './search.ts';

interface Props {
  list: ListView;
  search: ListSearch;
  change: (next: ListSearch) => void;
}

export function SavedFilters({ list, search, change }: Props): ReactNode {
  const { t } = useTranslation();
  const [saving, setSaving] = useState(false);
  const now = list.filters.find(({ id }) => id === search.saved);
  return (
    <>
      <Select
        allowClear
        className="list-saved"
        aria-label={t('lists.saved')}
        placeholder={t('lists.saved')}
        value={now?.id ?? null}
        notFoundContent={t('lists.savedNone')}
        onChange={(id: number | null) => {
          const filter = list.filters.find((one) => one.id === id);
          change(filter ? filteredBy(filter) : {});
        }}
        options={list.filters.map((filter) => ({
          value: filter.id,
          label: `${filter.name}${filter.departmentName === null ? '' : ` · ${filter.departmentName}`}`,
        }))}
      />
      <button type="button" className="link small" onClick={() => setSaving(true)}>
        {t(now?.mayChange ? 'lists.change' : 'lists.save')}
      </button>
      {saving && (
        <Save
          list={list}
          search={search}
          change={change}
          now={now?.mayChange ? now : undefined}
          close={() => setSaving(false)}
        />
      )}
    </>
  );
}

function Save({
  list,
  search,
  change,
  now,
  close,
}: Props & { now: ListView['filters'][number] | undefined; close: () => void }): ReactNode {
  const { t } = useTranslation();
  const say = useProblemText();
  const me = useMe().data;
  const departments = useDepartments().data ?? [];
  const [name, setName] = useState(now?.name ?? '');
  const [departmentId, setDepartmentId] = useState(now?.departmentId ?? null);
  const [opens, setOpens] = useState(now !== undefined && list.defaultFilterId === now.id);
  const keeping = useListChange(keep);
  const arranging = useListChange(arrange);
  const forgetting = useListChange(forget);
  const error = keeping.error ?? arranging.error ?? forgetting.error;
  const save = async (id: number | null): Promise<void> => {
    const after = await keeping.mutateAsync({
      id,
      name,
      departmentId,
      query: queryOf(search),
      sort: search.sort ?? null,
    });
    const kept = after.filters.find((one) => (id === null ? one.own && one.name === name.trim() : one.id === id));
    const isDefault = kept !== undefined && after.defaultFilterId === kept.id;
    if (kept && opens !== isDefault)
      await arranging.mutateAsync({ columns: after.layout, defaultFilterId: opens ? kept.id : null });
    if (kept) change({ ...search, saved: kept.id });
    close();
  };
  return (
    <Modal
      open
      title={t(now ? 'lists.change' : 'lists.save')}
      okText={t('lists.keep')}
      cancelText={t('lists.close')}
      onCancel={close}
      onOk={() => void save(now?.id ?? null).catch(() => undefined)}
      confirmLoading={keeping.isPending || arranging.isPending}
    >
      <label className="list-field">
        {t('lists.name')}
        <input className="combo-input" value={name} maxLength={60} onChange={(event) => setName(event.target.value)} />
      </label>
      {me?.permissions['lists.share'] !== undefined && (
        <div className="list-field">
          <span>{t('lists.share')}</span>
          <Select
            allowClear
            aria-label={t('lists.share')}
            placeholder={t('lists.shareNobody')}
            value={departmentId}
            onChange={(id: string | null) => setDepartmentId(id ?? null)}
            options={departments.map((one) => ({ value: one.id, label: one.name }))}
          />
        </div>
      )}
      <label className="row">
        <input type="checkbox" checked={opens} onChange={(event) => setOpens(event.target.checked)} />
        {t('lists.opens')}
      </label>
      <p className="small muted">{t('lists.saveHelp')}</p>
      {error !== null && (
        <p className="error" role="alert">
          {say(error)}
        </p>
      )}
      {now && (
        <p className="row">
          <button type="button" className="link" onClick={() => void save(null).catch(() => undefined)}>
            {t('lists.saveAs')}
          </button>
          <Popconfirm
            title={t('lists.forgetSure')}
            description={now.departmentName === null ? null : t('lists.forgetShared', { name: now.departmentName })}
            okText={t('lists.forget')}
            cancelText={t('lists.close')}
            onConfirm={() =>
              forgetting.mutate(now.id, {
                onSuccess: () => {
                  const { saved: _, ...others } = search;
                  change(others);
                  close();
                },
              })
            }
          >
            <button type="button" className="link late-text">
              {t('lists.forget')}
            </button>
          </Popconfirm>
        </p>
      )}
    </Modal>
  );
}
