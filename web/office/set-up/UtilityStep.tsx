import { Input } from 'antd';
import { type FormEvent, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../../kit/client.ts';
import { useProblemText } from '../shell/Fallbacks.tsx';
import { type Progress, useSaying } from './data.ts';

export function UtilityStep({ utility }: { utility: Progress['utility'] }): ReactNode {
  const { t } = useTranslation();
  const say = useProblemText();
  const [name, setName] = useState(utility.name);
  const [region, setRegion] = useState(utility.region);
  const save = useSaying((body: { name: string; region: string }) => call('PUT', '/api/set-up/utility', { body }));
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (name.trim() !== '') save.mutate({ name: name.trim(), region: region.trim() });
  };
  return (
    <form className="set-up-form" onSubmit={submit}>
      <div className="field">
        <label htmlFor="utility-name">{t('setUp.begin.name')}</label>
        <Input id="utility-name" maxLength={60} value={name} onChange={(event) => setName(event.target.value)} />
      </div>
      <div className="field">
        <label htmlFor="utility-region">{t('setUp.begin.region')}</label>
        <Input id="utility-region" maxLength={60} value={region} onChange={(event) => setRegion(event.target.value)} />
      </div>
      <div className="field">
        <span className="label">{t('setUp.begin.code')}</span>
        <div className="number">{utility.code}</div>
      </div>
      <div role="alert">{save.error !== null && <p className="late-text">{say(save.error)}</p>}</div>
      <button type="submit" className="btn" disabled={save.isPending}>
        {t('setUp.save')}
      </button>
    </form>
  );
}
