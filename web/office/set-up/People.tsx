/** 人员: who works here, by file or one by one; passwords are made here and shown once. */
import { Checkbox, Input } from 'antd';
import { type FormEvent, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../../kit/client.ts';
import { useProblemText } from '../shell/Fallbacks.tsx';
import { languageNow } from '../texts/index.ts';
import { ByFile } from './ByFile.tsx';
import { type Person, ROLES, useDistricts, usePeople, useSaying, useUnits } from './data.ts';
import { Passwords } from './Passwords.tsx';

export function People(): ReactNode {
  const { t } = useTranslation();
  const people = usePeople().data ?? [];
  const districts = new Map((useDistricts().data ?? []).map(({ id, name }) => [id, name]));
  const comma = languageNow() === 'en' ? ', ' : '、';
  const [adding, setAdding] = useState(false);
  return (
    <>
      <ByFile kind="staff" />
      <Passwords people={people} />
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{t('setUp.person.name')}</th>
            <th scope="col">{t('setUp.person.username')}</th>
            <th scope="col">{t('setUp.person.roles')}</th>
            <th scope="col">{t('setUp.person.unit')}</th>
            <th scope="col">{t('setUp.person.districts')}</th>
            <th scope="col">{t('setUp.person.signIn')}</th>
          </tr>
        </thead>
        <tbody>
          {people.map((person) => (
            <tr key={person.staffId} className={person.active ? '' : 'quiet'}>
              <td>{person.name}</td>
              <td>{person.username}</td>
              <td>{person.roleNames.join(comma)}</td>
              <td>{person.departmentName}</td>
              <td>
                {person.districts.map((id) => districts.get(id) ?? id).join(comma) || t('setUp.person.everywhere')}
              </td>
              <td>
                <SignInState person={person} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {adding ? (
        <AddPerson done={() => setAdding(false)} />
      ) : (
        <p>
          <button type="button" className="btn" onClick={() => setAdding(true)}>
            {t('setUp.person.add')}
          </button>
        </p>
      )}
    </>
  );
}

function SignInState({ person }: { person: Person }): ReactNode {
  const { t } = useTranslation();
  const say = useProblemText();
  const turn = useSaying((active: boolean) =>
    call('POST', `/api/staff/${person.staffId}/${active ? 'activate' : 'deactivate'}`, { body: {} }),
  );
  return (
    <>
      {person.active
        ? t(person.hasPassword ? 'setUp.person.may' : 'setUp.person.noPassword')
        : t('setUp.person.stopped')}{' '}
      <button
        type="button"
        className="link small"
        disabled={turn.isPending}
        onClick={() => turn.mutate(!person.active)}
      >
        {t(person.active ? 'setUp.person.stop' : 'setUp.person.allow')}
        <span className="hidden"> {person.name}</span>
      </button>
      {turn.error !== null && (
        <div role="alert" className="late-text small">
          {say(turn.error)}
        </div>
      )}
    </>
  );
}

function AddPerson({ done }: { done: () => void }): ReactNode {
  const { t } = useTranslation();
  const say = useProblemText();
  const units = useUnits().data ?? [];
  const districts = useDistricts().data ?? [];
  const [person, setPerson] = useState({ username: '', name: '', unit: '', phone: '' });
  const [roles, setRoles] = useState<string[]>([]);
  const [places, setPlaces] = useState<string[]>([]);
  const add = useSaying((body: object) => call('POST', '/api/staff', { body }));
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    add.mutate({ ...person, roles, districts: places }, { onSuccess: done });
  };
  return (
    <form className="set-up-person" onSubmit={submit} aria-label={t('setUp.person.add')}>
      <div className="set-up-fields">
        {(['name', 'username', 'phone'] as const).map((name) => (
          <div className="field" key={name}>
            <label htmlFor={`person-${name}`}>{t(`setUp.person.${name}`)}</label>
            <Input
              id={`person-${name}`}
              maxLength={60}
              value={person[name]}
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
      {districts.length > 0 && (
        <fieldset>
          <legend>{t('setUp.person.districtsHint')}</legend>
          <Checkbox.Group
            value={places}
            options={districts.map(({ name }) => name)}
            onChange={(chosen) => setPlaces(chosen as string[])}
          />
        </fieldset>
      )}
      <div role="alert">{add.error !== null && <p className="late-text">{say(add.error)}</p>}</div>
      <div className="row">
        <button type="submit" className="btn primary" disabled={add.isPending}>
          {t('setUp.save')}
        </button>
        <button type="button" className="link" onClick={done}>
          {t('act.cancel')}
        </button>
      </div>
    </form>
  );
}
