/** 人员: who works here, by file or one by one; passwords are made here and shown once. */
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../../kit/client.ts';
import { PersonForm } from '../identity/PersonForm.tsx';
import { useProblemText } from '../shell/Fallbacks.tsx';
import { languageNow } from '../texts/index.ts';
import { ByFile } from './ByFile.tsx';
import { type Person, useDistricts, usePeople, useSaying } from './data.ts';
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
        <PersonForm done={() => setAdding(false)} />
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
