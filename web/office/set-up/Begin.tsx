/** 开通: what the link of the console opens. The utility and its first administrator; then one is signed in. */
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Input } from 'antd';
import { type FormEvent, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call, Problem } from '../../kit/client.ts';
import { useProblemText } from '../shell/Fallbacks.tsx';
import { changeLanguage, languageNow } from '../texts/index.ts';
import '../style/set-up.css';

const FIELDS = ['name', 'code', 'region', 'office', 'person', 'username', 'password', 'again'] as const;
type Field = (typeof FIELDS)[number];
const OPTIONAL: readonly Field[] = ['region'];
/** Where the server's fields stand here. */
const AT: Record<string, Field> = {
  'administrator.name': 'person',
  'administrator.username': 'username',
  'administrator.password': 'password',
};

export function Begin({ token }: { token: string }): ReactNode {
  const { t } = useTranslation();
  const link = useQuery({
    queryKey: ['set-up-link', token],
    queryFn: () => call<{ until: string }>('POST', '/api/set-up/link', { body: { token } }),
    retry: false,
    staleTime: Number.POSITIVE_INFINITY,
  });
  const say = useProblemText();
  return (
    <main className="set-up-begin">
      <div className="set-up-box">
        <h1>{t('setUp.begin.title')}</h1>
        {link.error !== null && (
          <div className="notice bad" role="alert">
            {say(link.error)}
          </div>
        )}
        {link.data !== undefined && <Form token={token} />}
        <div className="row">
          <span className="grow" />
          <button
            type="button"
            className="link"
            lang={languageNow() === 'en' ? 'zh-CN' : 'en'}
            onClick={() => void changeLanguage(languageNow() === 'en' ? 'zh-CN' : 'en')}
          >
            {t('shell.language')}
          </button>
        </div>
      </div>
    </main>
  );
}

function Form({ token }: { token: string }): ReactNode {
  const { t } = useTranslation();
  const client = useQueryClient();
  const say = useProblemText();
  const [values, setValues] = useState<Record<Field, string>>({
    name: '',
    code: '',
    region: '',
    office: t('setUp.begin.officeDefault'),
    person: '',
    username: 'admin',
    password: '',
    again: '',
  });
  const [wrong, setWrong] = useState<{ field: Field | null; text: string } | null>(null);
  const [busy, setBusy] = useState(false);

  const fail = (field: Field | null, text: string): void => {
    setWrong({ field, text });
    if (field) document.getElementById(`begin-${field}`)?.focus();
  };
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const empty = FIELDS.find((field) => values[field].trim() === '' && !OPTIONAL.includes(field));
    if (empty) return fail(empty, t('setUp.begin.empty', { field: t(`setUp.begin.${empty}`) }));
    if (values.password.length < 8) return fail('password', t('setUp.begin.passwordHint'));
    if (values.password !== values.again) return fail('again', t('setUp.begin.differs'));
    setBusy(true);
    setWrong(null);
    const { name, code, region, office, person, username, password } = values;
    try {
      await call('POST', '/api/set-up/begin', {
        body: { token, name, code, region, office, administrator: { name: person, username, password } },
      });
      await call('POST', '/api/auth/sign-in/username', { body: { username, password, utility: code } });
      history.replaceState(null, '', '/set-up');
      await client.resetQueries({ queryKey: ['me'] });
    } catch (error) {
      const at = error instanceof Problem ? error.body.fields?.[0]?.path : undefined;
      fail(at === undefined ? null : (AT[at] ?? FIELDS.find((field) => field === at) ?? null), say(error));
    } finally {
      setBusy(false);
    }
  };

  const hints: Partial<Record<Field, string>> = {
    code: t('setUp.begin.codeHint'),
    region: t('setUp.begin.regionHint'),
    username: t('setUp.begin.usernameHint'),
    password: t('setUp.begin.passwordHint'),
  };
  const field = (name: Field, more: { type?: string; autoComplete?: string } = {}): ReactNode => {
    const hint = hints[name] ?? null;
    return (
      <div className="field" key={name}>
        <label htmlFor={`begin-${name}`}>{t(`setUp.begin.${name}`)}</label>
        <Input
          id={`begin-${name}`}
          {...more}
          maxLength={name === 'password' || name === 'again' ? 128 : 60}
          value={values[name]}
          status={wrong?.field === name ? 'error' : ''}
          aria-invalid={wrong?.field === name}
          aria-describedby={hint === null ? undefined : `begin-${name}-hint`}
          onChange={(event) => setValues({ ...values, [name]: event.target.value })}
        />
        {hint !== null && (
          <span className="small quiet" id={`begin-${name}-hint`}>
            {hint}
          </span>
        )}
      </div>
    );
  };
  return (
    <form noValidate onSubmit={(event) => void submit(event)} aria-label={t('setUp.begin.title')}>
      <p className="muted">{t('setUp.begin.help')}</p>
      <fieldset>
        <legend>{t('setUp.begin.utility')}</legend>
        {(['name', 'code', 'region'] as const).map((name) => field(name))}
      </fieldset>
      <fieldset>
        <legend>{t('setUp.begin.administrator')}</legend>
        {(['office', 'person'] as const).map((name) => field(name))}
        {field('username', { autoComplete: 'username' })}
        {field('password', { type: 'password', autoComplete: 'new-password' })}
        {field('again', { type: 'password', autoComplete: 'new-password' })}
      </fieldset>
      <div role="alert" className="late-text set-up-wrong">
        {wrong?.text}
      </div>
      <button type="submit" className="btn primary wide" disabled={busy}>
        {t('setUp.begin.submit')}
      </button>
    </form>
  );
}
