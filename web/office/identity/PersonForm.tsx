/** 人员: somebody new, or what is known of somebody. */
import { Checkbox, Input } from 'antd';
import { type FormEvent, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../../kit/client.ts';
import { ROLES, useDistricts, useUnits } from '../set-up/data.ts';
import { useProblemText } from '../shell/Fallbacks.tsx';
import { type Account, useSaying } from './data.ts';
import '../style/identity.css';

/** Without `of`: somebody new; whose username is another's is refused. */
export function PersonForm({ of, done }: { of?: Account; done: (id?: number) => void }): ReactNode {
  const { t } = useTranslation();
  const say = useProblemText();
  const units = useUnits().data ?? [];
  const districts = useDistricts().data;
  const [person, setPerson] = useState({
    name: of?.name ?? '',
    username: of?.username ?? '',
    phone: of?.phone ?? '',
    unit: of?.departmentName ?? '',
  });
  const [roles, setRoles] = useState<string[]>(of?.roles ?? []);
  const [places, setPlaces] = useState<string[]>(of?.districts ?? []);
  const save = useSaying((body: object) => call<{ id: string }>('POST', '/api/staff', { body }));
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const names = (districts ?? []).filter(({ id }) => places.includes(id)).map(({ name }) => name);
    const username = person.username.trim().toLowerCase();
    save.mutate(
      { ...person, name: person.name.trim(), username, roles, districts: names, fresh: of === undefined },
      { onSuccess: ({ id }) => done(Number(id)) },
    );
  };
  return (
    <form className="person-form" onSubmit={submit} aria-label={t(of ? 'staff.edit' : 'setUp.person.add')}>
      <div className="person-fields">
        {(['name', 'username', 'phone'] as const).map((name) => (
          <div className="field" key={name}>
            <label htmlFor={`person-${name}`}>{t(`setUp.person.${name}`)}</label>
            <Input
              id={`person-${name}`}
              maxLength={60}
              value={person[name]}
              readOnly={name === 'username' && of !== undefined}
              onChange={(event) => setPerson({ ...person, [name]: event.target.value })}
            />
          </div>
        ))}
        <div className="field">
          <label htmlFor="person-unit">{t('setUp.person.unit')}</label>
          <select
            id="person-unit"
            value={person.unit}
            onChange={(event) => setPerson({ ...person, unit: event.target.value })}
          >
            <option value="" />
            {units.map(({ id, name }) => (
              <option key={id} value={name}>
                {name}
              </option>
            ))}
          </select>
        </div>
      </div>
      <fieldset>
        <legend>{t('setUp.person.roles')}</legend>
        <Checkbox.Group
          value={roles}
          options={ROLES.map((role) => ({ value: role, label: t(`setUp.roles.${role}`) }))}
          onChange={(chosen) => setRoles(chosen as string[])}
        />
      </fieldset>
      {districts !== undefined && districts.length > 0 && (
        <fieldset>
          <legend>{t('setUp.person.districtsHint')}</legend>
          <Checkbox.Group
            value={places}
            options={districts.map(({ id, name }) => ({ value: id, label: name }))}
            onChange={(chosen) => setPlaces(chosen as string[])}
          />
        </fieldset>
      )}
      <div role="alert">{save.error !== null && <p className="late-text">{say(save.error)}</p>}</div>
      <div className="row">
        <button type="submit" className="btn primary" disabled={save.isPending || districts === undefined}>
          {t('setUp.save')}
        </button>
        <button type="button" className="link" onClick={() => done()}>
          {t('act.cancel')}
        </button>
      </div>
    </form>
  );
}
