/** 初始密码: made in the browser, sent as they are, shown and saved once; no server keeps them. */
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../../kit/client.ts';
import { useProblemText } from '../shell/Fallbacks.tsx';
import { freshPassword, type Person, useSaying } from './data.ts';

interface Given {
  name: string;
  username: string;
  password: string;
}

/** As many as the server takes at once. */
const AT_ONCE = 50;

export function Passwords({ people }: { people: Person[] }): ReactNode {
  const { t } = useTranslation();
  const say = useProblemText();
  const [given, setGiven] = useState<Given[]>([]);
  const without = people.filter(({ active, hasPassword }) => active && !hasPassword);
  const give = useSaying(async (to: Person[]) => {
    const made = to.map((person) => ({ ...person, password: freshPassword() }));
    for (let at = 0; at < made.length; at += AT_ONCE) {
      const part = made.slice(at, at + AT_ONCE);
      const passwords = part.map(({ staffId, password }) => ({ staffId, password }));
      await call('POST', '/api/staff/passwords', { body: { passwords } });
      setGiven((before) => [...before, ...part.map(({ name, username, password }) => ({ name, username, password }))]);
    }
  });
  if (without.length === 0 && given.length === 0) return null;
  return (
    <section className="notice" aria-label={t('setUp.passwords.title')}>
      {without.length > 0 && (
        <div className="row">
          <span className="grow">{t('setUp.passwords.without', { n: without.length })}</span>
          <button type="button" className="btn" disabled={give.isPending} onClick={() => give.mutate(without)}>
            {t('setUp.passwords.give')}
          </button>
        </div>
      )}
      <div role="alert">{give.error !== null && <p className="late-text">{say(give.error)}</p>}</div>
      {given.length > 0 && (
        <>
          <div className="row">
            <b className="grow">{t('setUp.passwords.once')}</b>
            <a className="btn" href={asFile(given, t('setUp.passwords.head'))} download={t('setUp.passwords.file')}>
              {t('setUp.passwords.save')}
            </a>
            <button type="button" className="link" onClick={() => setGiven([])}>
              {t('setUp.passwords.hide')}
            </button>
          </div>
          <table className="table set-up-passwords">
            <tbody>
              {given.map(({ name, username, password }) => (
                <tr key={username}>
                  <td>{name}</td>
                  <td>{username}</td>
                  <td>
                    <code>{password}</code>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </>
      )}
    </section>
  );
}

/** With a byte order mark, so that a spreadsheet reads it as UTF-8. Names that look like formulas are only text. */
function asFile(given: Given[], head: string): string {
  const cell = (text: string): string => `"${(/^[=+\-@\t\r]/.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`;
  const lines = given.map(({ name, username, password }) => [name, username, password].map(cell).join(','));
  return `data:text/csv;charset=utf-8,${encodeURIComponent(`\ufeff${head}\r\n${lines.join('\r\n')}\r\n`)}`;
}
