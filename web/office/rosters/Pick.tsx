/** A person or a unit out of those there are. */
import { Select } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useDepartments, useMe, useStaff } from '../data.ts';

export function PickStaff({
  id,
  of,
  value,
  change,
}: {
  id: string;
  /** null: of every unit. */
  of: string | null;
  value: number | null;
  change: (value: number) => void;
}): ReactNode {
  const { t } = useTranslation();
  const staff = useStaff(of).data ?? [];
  return (
    <Select
      id={id}
      showSearch={{ optionFilterProp: 'label' }}
      value={value}
      placeholder={t('rosters.person')}
      onChange={change}
      options={staff.map((one) => ({
        value: one.staffId,
        label: of === null ? `${one.name} · ${one.departmentName}` : one.name,
      }))}
    />
  );
}

/** Units I may plan: mine, or all. */
export function usePlannable(): { id: string; name: string }[] {
  const me = useMe().data;
  const units = useDepartments().data ?? [];
  const scope = me?.permissions['rosters.plan'];
  return scope === 'all' ? units : scope === 'department' ? units.filter(({ id }) => id === me?.departmentId) : [];
}

export function PickUnit({
  id,
  units,
  value,
  change,
}: {
  id: string;
  units: { id: string; name: string }[];
  value: string;
  change: (value: string) => void;
}): ReactNode {
  return (
    <Select
      id={id}
      showSearch={{ optionFilterProp: 'label' }}
      value={value}
      onChange={change}
      options={units.map((unit) => ({ value: unit.id, label: unit.name }))}
    />
  );
}
