/** 双因素验证: set up with a QR code and recovery codes that are shown once; renewed; done away with. */
import { Input, QRCode } from 'antd';
import { type FormEvent, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../../kit/client.ts';
import type { Me } from '../../kit/views.ts';
import { useProblemText } from '../shell/Fallbacks.tsx';
import { type Enrolled, useSaying } from './data.ts';

export function SecondFactor({ me }: { me: Me }): ReactNode {
  const { t } = useTranslation();
  const [enrolled, setEnrolled] = useState<Enrolled | null>(null);
  const [codes, setCodes] = useState<string[] | null>(null);
  if (enrolled !== null && !me.secondFactor)
    return <Confirm enrolled={enrolled} done={() => setCodes(null)} again={() => setEnrolled(null)} />;
  return (
    <>
      <p>{me.secondFactor ? t('factor.on') : t('factor.off')}</p>
      {codes !== null && <Codes codes={codes} />}
      {me.secondFactor ? (
        <>
          <WithPassword
            key="codes"
            has={me.password}
            id="codes"
            label={t('factor.newCodes')}
            say={(body) =>
              call<{ recoveryCodes: string[] }>('POST', '/api/auth/second-factor/recovery-codes', { body })
            }
            done={({ recoveryCodes }) => setCodes(recoveryCodes)}
          />
          <WithPassword
            key="remove"
            has={me.password}
            id="remove"
            label={t('factor.remove')}
            say={(body) => call('POST', '/api/auth/second-factor/remove', { body })}
            done={() => {
              setEnrolled(null);
              setCodes(null);
            }}
          />
        </>
      ) : (
        <WithPassword
          key="enrol"
          has={me.password}
          id="enrol"
          label={t('factor.setUp')}
          say={(body) => call<Enrolled>('POST', '/api/auth/second-factor/enrol', { body })}
          done={setEnrolled}
        />
      )}
    </>
  );
}

interface Asking<Told> {
  id: string;
  label: string;
  /** Who comes by the provider has none to give. */
  has: boolean;
  say: (body: { password?: string }) => Promise<Told>;
  done: (told: Told) => void;
}

/** What concerns the second factor asks for the password again: the screen may have been left open. */
function WithPassword<Told>({ id, label, has, say, done }: Asking<Told>): ReactNode {
  const { t } = useTranslation();
  const words = useProblemText();
  const [open, setOpen] = useState(false);
  const [password, setPassword] = useState('');
  const saying = useSaying(say);
  const send = (event?: FormEvent): void => {
    event?.preventDefault();
    saying.mutate(has ? { password } : {}, {
      onSuccess: (told) => {
        setPassword('');
        setOpen(false);
        done(told);
      },
    });
  };
  if (!open)
    return (
      <>
        <p>
          <button
            type="button"
            className="btn"
            disabled={saying.isPending}
            onClick={() => (has ? setOpen(true) : send())}
          >
            {label}
          </button>
        </p>
        <div role="alert">{!has && saying.error !== null && <p className="late-text">{words(saying.error)}</p>}</div>
      </>
    );
  return (
    <form className="account-form" onSubmit={send}>
      <div className="field">
        <label htmlFor={`${id}-password`}>{t('factor.password')}</label>
        <Input.Password
          id={`${id}-password`}
          value={password}
          autoFocus
          autoComplete="current-password"
          visibilityToggle={false}
          onChange={(event) => setPassword(event.target.value)}
        />
      </div>
      <div role="alert">{saying.error !== null && <p className="late-text">{words(saying.error)}</p>}</div>
      <p className="row">
        <button type="submit" className="btn primary" disabled={saying.isPending || password === ''}>
          {label}
        </button>
        <button type="button" className="btn" onClick={() => setOpen(false)}>
          {t('factor.cancel')}
        </button>
      </p>
    </form>
  );
}

function Confirm({ enrolled, done, again }: { enrolled: Enrolled; done: () => void; again: () => void }): ReactNode {
  const { t } = useTranslation();
  const words = useProblemText();
  const [code, setCode] = useState('');
  const saying = useSaying((sent: string) => call('POST', '/api/auth/second-factor/confirm', { body: { code: sent } }));
  const send = (event: FormEvent): void => {
    event.preventDefault();
    saying.mutate(code, { onSuccess: done });
  };
  return (
    <ol className="factor-steps">
      <li>
        <p>{t('factor.scan')}</p>
        <div className="factor-code">
          {/* the key beside it says the same to whoever does not see */}
          <div aria-hidden="true">
            <QRCode value={enrolled.uri} size={168} bordered={false} bgColor="#fff" color="#000" type="svg" />
          </div>
          <p className="small">
            {t('factor.byHand')}
            <br />
            <code className="number">{enrolled.secret.replace(/(.{4})/g, '$1 ').trim()}</code>
          </p>
        </div>
      </li>
      <li>
        <Codes codes={enrolled.recoveryCodes} />
      </li>
      <li>
        <form className="account-form" onSubmit={send}>
          <div className="field">
            <label htmlFor="first-code">{t('factor.first')}</label>
            <Input
              id="first-code"
              className="number"
              inputMode="numeric"
              autoComplete="one-time-code"
              maxLength={7}
              value={code}
              onChange={(event) => setCode(event.target.value)}
            />
          </div>
          <div role="alert">{saying.error !== null && <p className="late-text">{words(saying.error)}</p>}</div>
          <p className="row">
            <button type="submit" className="btn primary" disabled={saying.isPending || !/^\d{3} ?\d{3}$/.test(code)}>
              {t('factor.confirm')}
            </button>
            <button type="button" className="btn" onClick={again}>
              {t('factor.cancel')}
            </button>
          </p>
        </form>
      </li>
    </ol>
  );
}

function Codes({ codes }: { codes: string[] }): ReactNode {
  const { t } = useTranslation();
  return (
    <section aria-label={t('factor.codes')}>
      <p>{t('factor.codesHelp')}</p>
      <ul className="factor-codes number">
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      <p>
        <a
          className="btn low"
          download="gongshui-recovery-codes.txt"
          href={`data:text/plain;charset=utf-8,${encodeURIComponent(codes.join('\n'))}`}
        >
          {t('factor.keep')}
        </a>
      </p>
    </section>
  );
}
