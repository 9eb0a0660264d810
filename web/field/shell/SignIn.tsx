/** The way in, once for the shift: from then on everything works without a network. */
import { type FormEvent, type ReactNode, useEffect, useState } from 'react';
import { call, Problem } from '../../kit/client.ts';
import { useTexts } from '../texts/index.ts';

interface Demo {
  demo: boolean;
  signIns: { username: string; name: string; role: string; departmentName?: string }[];
  password?: string;
}
interface Utility {
  code: string;
  name: string;
}
const KEPT = 'gongshui.utility';

function keptUtility(): string {
  try {
    return localStorage.getItem(KEPT) ?? '';
  } catch {
    return '';
  }
}

/** Asked once; no answer is no harm. */
function useAsked<T>(path: string): T | null {
  const [answer, setAnswer] = useState<T | null>(null);
  useEffect(() => {
    const stop = new AbortController();
    call<T>('GET', path, { signal: stop.signal }).then(setAnswer, () => undefined);
    return () => stop.abort();
  }, [path]);
  return answer;
}

export function SignIn({ entered, why }: { entered: () => Promise<void>; why: string | null }): ReactNode {
  const t = useTexts();
  const demo = useAsked<Demo>('/api/demo');
  const utilities = useAsked<{ utilities: Utility[] }>('/api/welcome')?.utilities ?? [];
  const several = utilities.length > 1;
  const [utility, setUtility] = useState(keptUtility);
  const [username, setUsername] = useState('');
  const [password, setPassword] = useState('');
  const [code, setCode] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const [wrong, setWrong] = useState(why);

  const send = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (code === null && (username.trim() === '' || password === '')) return setWrong(t('signIn.empty'));
    setBusy(true);
    setWrong(null);
    try {
      if (code !== null) await call('POST', '/api/auth/second-factor', { body: { code } });
      else {
        const body = { username: username.trim(), password, ...(several ? { utility } : {}) };
        const { secondFactor } = await call<{ secondFactor?: boolean }>('POST', '/api/auth/sign-in/username', { body });
        if (several) localStorage.setItem(KEPT, utility);
        if (secondFactor) return setCode('');
      }
      await entered();
    } catch (error) {
      setWrong(saying(error));
      if (code !== null) setCode('');
    } finally {
      setBusy(false);
    }
  };
  const saying = (error: unknown): string => {
    if (!(error instanceof Problem)) return error instanceof Error ? error.message : String(error);
    if (error.code === 'offline') return t('signIn.offline');
    if (code === null && error.status === 401) return t('signIn.wrong');
    return error.body.detail ?? t('signIn.wrong');
  };

  return (
    <main className="sign-in">
      <h1>
        <em>{t('brand')}</em> {t('brandField')}
      </h1>
      <form onSubmit={(event) => void send(event)} aria-label={t('signIn.enter')}>
        {code === null ? (
          <>
            {several && (
              <label className="field">
                <span>{t('signIn.utility')}</span>
                <select value={utility} onChange={(event) => setUtility(event.target.value)}>
                  <option value="">{t('choose')}</option>
                  {utilities.map((one) => (
                    <option key={one.code} value={one.code}>
                      {one.name}
                    </option>
                  ))}
                </select>
              </label>
            )}
            <label className="field">
              <span>{t('signIn.username')}</span>
              <input
                name="username"
                autoComplete="username"
                autoCapitalize="none"
                value={username}
                onChange={(event) => setUsername(event.target.value)}
              />
            </label>
            <label className="field">
              <span>{t('signIn.password')}</span>
              <input
                name="password"
                type="password"
                autoComplete="current-password"
                value={password}
                onChange={(event) => setPassword(event.target.value)}
              />
            </label>
          </>
        ) : (
          <label className="field">
            <span>{t('signIn.code')}</span>
            <input
              name="code"
              inputMode="numeric"
              autoComplete="one-time-code"
              value={code}
              onChange={(event) => setCode(event.target.value)}
            />
          </label>
        )}
        <p role="alert" className="wrong">
          {wrong}
        </p>
        <button type="submit" className="main" disabled={busy}>
          {t(busy ? 'signIn.entering' : 'signIn.enter')}
        </button>
      </form>
      <p className="quiet">{t('signIn.once')}</p>
      {demo?.demo === true && code === null && (
        <section className="demo">
          <h2>{t('signIn.demo')}</h2>
          {demo.signIns
            .filter(({ role }) => role === 'crew-member')
            .map((one) => (
              <button
                key={one.username}
                type="button"
                className="second"
                onClick={() => {
                  setUsername(one.username);
                  setPassword(demo.password ?? '');
                }}
              >
                {one.name} · {one.departmentName}
              </button>
            ))}
        </section>
      )}
    </main>
  );
}
