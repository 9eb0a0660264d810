/** The way in. Calm: one box, one sentence when it fails. */
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Input } from 'antd';
import { type FormEvent, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call, Problem } from '../../kit/client.ts';
import { changeLanguage, languageNow } from '../texts/index.ts';
import { useProblemText } from './Fallbacks.tsx';
import { Providers, useCameBack } from './Providers.tsx';
import { SecondStep } from './SecondStep.tsx';

interface Demo {
  demo: boolean;
  utility?: string;
  signIns: { username: string; name: string; role: string; roleName?: string; departmentName?: string }[];
  password?: string;
}

const KEPT = 'gongshui.utility';

/** One works for the same utility tomorrow. */
function kept(): string | null {
  try {
    return new URLSearchParams(location.search).get('utility') ?? localStorage.getItem(KEPT);
  } catch {
    return null;
  }
}
function keep(utility: string): void {
  try {
    localStorage.setItem(KEPT, utility);
  } catch {
    // a browser that keeps nothing asks again
  }
}

export function SignIn({ refused }: { refused: Problem | null }): ReactNode {
  const { t } = useTranslation();
  const client = useQueryClient();
  const demo = useQuery({
    queryKey: ['demo', languageNow()],
    queryFn: () => call<Demo>('GET', '/api/demo'),
    retry: false,
    staleTime: Number.POSITIVE_INFINITY,
  }).data;
  const utilities =
    useQuery({
      queryKey: ['welcome'],
      queryFn: () => call<{ utilities: { code: string; name: string }[] }>('GET', '/api/welcome'),
      retry: false,
    }).data?.utilities ?? null;
  const several = utilities !== null && utilities.length > 1;
  const [utility, setUtility] = useState(() => kept() ?? '');
  const [username, setUsername] = useState('');
  const [password, setPassword] = useState('');
  const [busy, setBusy] = useState(false);
  const say = useProblemText();
  const came = useCameBack();
  const [step, setStep] = useState<'password' | 'code'>(came.secondFactor ? 'code' : 'password');
  const [wrong, setWrong] = useState<string | null>(refused === null ? null : t('signIn.noStaff'));
  const entered = (): Promise<void> => client.resetQueries({ queryKey: ['me'] });

  const enter = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (username.trim() === '' || password === '') {
      setWrong(t('signIn.empty'));
      return;
    }
    if (several && !utilities.some(({ code }) => code === utility)) {
      setWrong(t('setUp.signIn.choose'));
      document.getElementById('utility')?.focus();
      return;
    }
    setBusy(true);
    setWrong(null);
    try {
      const body = { username: username.trim(), password, ...(several ? { utility } : {}) };
      const { secondFactor } = await call<{ secondFactor?: boolean }>('POST', '/api/auth/sign-in/username', { body });
      if (several) keep(utility);
      setPassword('');
      if (secondFactor) setStep('code');
      else await entered();
    } catch (error) {
      const problem = error instanceof Problem ? error : null;
      setWrong(
        problem?.code === 'offline'
          ? t('signIn.offline')
          : problem?.status === 429 || problem?.status === 403
            ? say(problem)
            : t('signIn.wrong'),
      );
    } finally {
      setBusy(false);
    }
  };

  if (step === 'code')
    return (
      <main className="sign-in">
        <SecondStep
          entered={entered}
          back={(why) => {
            setStep('password');
            setWrong(why);
          }}
        />
      </main>
    );
  return (
    <main className="sign-in">
      <form className="sign-in-box" onSubmit={(event) => void enter(event)} aria-label={t('signIn.title')}>
        <h1>{demo?.utility ?? t('product')}</h1>
        {typeof demo?.utility === 'string' && <p className="quiet">{t('product')}</p>}
        {utilities?.length === 0 && <p className="notice">{t('setUp.signIn.nobody')}</p>}
        {several && (
          <div className="field">
            <label htmlFor="utility">{t('setUp.signIn.utility')}</label>
            <select
              id="utility"
              className="combo-input"
              value={utility}
              onChange={(event) => setUtility(event.target.value)}
            >
              <option value="">{t('setUp.signIn.choose')}</option>
              {utilities.map(({ code, name }) => (
                <option key={code} value={code}>
                  {name}
                </option>
              ))}
            </select>
          </div>
        )}
        <div className="field">
          <label htmlFor="username">{t('signIn.username')}</label>
          <Input
            id="username"
            name="username"
            autoComplete="username"
            autoFocus
            value={username}
            onChange={(event) => setUsername(event.target.value)}
          />
        </div>
        <div className="field">
          <label htmlFor="password">{t('signIn.password')}</label>
          <Input.Password
            id="password"
            name="password"
            autoComplete="current-password"
            visibilityToggle={false}
            value={password}
            onChange={(event) => setPassword(event.target.value)}
          />
        </div>
        <div role="alert" style={{ minHeight: 20, margin: '12px 0' }} className="late-text">
          {wrong ?? came.why}
        </div>
        <button
          type="submit"
          className="btn primary"
          style={{ width: '100%', justifyContent: 'center' }}
          disabled={busy}
        >
          {busy ? t('signIn.entering') : t('signIn.enter')}
        </button>
        <Providers />
      </form>
      <div className="sign-in-foot">
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
        {demo?.demo === true && demo.signIns.length > 0 && (
          <section aria-labelledby="demo-title" className="demo-box">
            <h2 id="demo-title">{t('signIn.demo')}</h2>
            <p className="quiet small">
              {t('signIn.demoNote')}
              {demo.password !== undefined && ` ${t('signIn.demoPassword', { password: demo.password })}`}
            </p>
            <ul className="demo">
              {demo.signIns.map((account) => (
                <li key={account.username}>
                  <button
                    type="button"
                    aria-pressed={username === account.username}
                    onClick={() => {
                      setUsername(account.username);
                      setPassword(demo.password ?? '');
                      setWrong(null);
                      document.querySelector<HTMLElement>('.sign-in-box .btn.primary')?.focus();
                    }}
                  >
                    <b>{account.name}</b>
                    <span className="muted grow clip">
                      {[account.roleName ?? account.role, account.departmentName].filter(Boolean).join(' · ')}
                    </span>
                    <span className="quiet small">{account.username}</span>
                  </button>
                </li>
              ))}
            </ul>
          </section>
        )}
      </div>
    </main>
  );
}
