import { Input } from 'antd';
import { type FormEvent, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../../kit/client.ts';
import { useProblemText } from '../shell/Fallbacks.tsx';
import { ByFile } from './ByFile.tsx';
import { UNIT_KINDS, type Unit, useSaying, useUnits } from './data.ts';

export function Units(): ReactNode {
  const { t } = useTranslation();
  const units = useUnits().data ?? [];
  return (
    <>
      <ByFile kind="units" />
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{t('setUp.unit.name')}</th>
            <th scope="col">{t('setUp.unit.kind')}</th>
            <th scope="col">{t('setUp.unit.parent')}</th>
          </tr>
        </thead>
        <tbody>
          {units.map((unit) => (
            <Row key={unit.id} unit={unit} units={units} />
          ))}
        </tbody>
      </table>
      <Add units={units} />
    </>
  );
}

function Row({ unit, units }: { unit: Unit; units: Unit[] }): ReactNode {
  const { t } = useTranslation();
  const say = useProblemText();
  const change = useSaying((body: object) => call('PUT', `/api/departments/${unit.id}`, { body }));
  return (
    <tr>
      <td>
        {unit.name}
        {change.error !== null && (
          <div role="alert" className="late-text small">
            {say(change.error)}
          </div>
        )}
      </td>
      <td>
        <select
          aria-label={`${unit.name}：${t('setUp.unit.kind')}`}
          value={unit.kind}
          onChange={(event) => change.mutate({ kind: event.target.value })}
        >
          {UNIT_KINDS.map((kind) => (
            <option key={kind} value={kind}>
              {t(`setUp.unit.kinds.${kind}`)}
            </option>
          ))}
        </select>
      </td>
      <td>
        <select
          aria-label={`${unit.name}：${t('setUp.unit.parent')}`}
          value={unit.parentId ?? ''}
          onChange={(event) => change.mutate({ parentId: event.target.value === '' ? null : event.target.value })}
        >
          <option value="">—</option>
          {units
            .filter(({ id }) => id !== unit.id)
            .map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
        </select>
      </td>
    </tr>
  );
}

function Add({ units }: { units: Unit[] }): ReactNode {
  const { t } = useTranslation();
  const say = useProblemText();
  const [name, setName] = useState('');
  const [kind, setKind] = useState<string>('service');
  const add = useSaying((body: object) => call('POST', '/api/departments', { body }));
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (name.trim() === '') return;
    add.mutate({ name: name.trim(), kind }, { onSuccess: () => setName('') });
  };
  const known = units.some((unit) => unit.name === name.trim());
  return (
    <form className="set-up-add row" onSubmit={submit}>
      <Input
        aria-label={t('setUp.unit.name')}
        placeholder={t('setUp.unit.name')}
        maxLength={60}
        value={name}
        onChange={(event) => setName(event.target.value)}
      />
      <select aria-label={t('setUp.unit.kind')} value={kind} onChange={(event) => setKind(event.target.value)}>
        {UNIT_KINDS.map((one) => (
          <option key={one} value={one}>
            {t(`setUp.unit.kinds.${one}`)}
          </option>
        ))}
      </select>
      <button type="submit" className="btn" disabled={add.isPending || known || name.trim() === ''}>
        {t('setUp.add')}
      </button>
      <span role="alert" className="late-text small">
        {known ? t('setUp.known', { name: name.trim() }) : add.error !== null && say(add.error)}
      </span>
    </form>
  );
}
