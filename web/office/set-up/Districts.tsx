import { Input } from 'antd';
import { type FormEvent, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../../kit/client.ts';
import { useProblemText } from '../shell/Fallbacks.tsx';
import { ByFile } from './ByFile.tsx';
import { useDistricts, useSaying } from './data.ts';

export function Districts(): ReactNode {
  const { t } = useTranslation();
  const say = useProblemText();
  const districts = useDistricts().data ?? [];
  const [name, setName] = useState('');
  const add = useSaying((body: object) => call('POST', '/api/districts', { body }));
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (name.trim() !== '') add.mutate({ name: name.trim() }, { onSuccess: () => setName('') });
  };
  return (
    <>
      <ByFile kind="districts" />
      {districts.length > 0 && (
        <ul className="set-up-words">
          {districts.map((one) => (
            <li key={one.id}>{one.name}</li>
          ))}
        </ul>
      )}
      <form className="set-up-add row" onSubmit={submit}>
        <Input
          aria-label={t('setUp.district')}
          placeholder={t('setUp.district')}
          maxLength={60}
          value={name}
          onChange={(event) => setName(event.target.value)}
        />
        <button type="submit" className="btn" disabled={add.isPending || name.trim() === ''}>
          {t('setUp.add')}
        </button>
        <span role="alert" className="late-text small">
          {add.error !== null && say(add.error)}
        </span>
      </form>
    </>
  );
}
