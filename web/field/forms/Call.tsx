/** One tap calls; whether it was answered is asked when the phone comes back, and that is what is recorded. */
import { type ReactNode, useState } from 'react';
import { serverNow } from '../../kit/live.ts';
import { give } from '../app/phone.ts';
import type { Shown } from '../app/shown.ts';
import { useTexts } from '../texts/index.ts';
import { Frame } from './Frame.tsx';

export function Call({ shown, done }: { shown: Shown; done: () => void }): ReactNode {
  const t = useTexts();
  const { view, callers } = shown;
  const [called, setCalled] = useState<{ requestId: number; at: number } | null>(null);
  const [wrong, setWrong] = useState<string | null>(null);
  const may = (command: string): boolean => view.allowed.some((one) => one.command === command && one.enabled);
  const several = view.requests.length > 1;
  const reached = async (): Promise<void> => {
    if (called === null) return;
    const whom = several ? { requestId: called.requestId } : {};
    const body = { milestone: 'contacted', ...whom, note: t('call.noted') };
    const refused = await give(view.id, 'record', body, called.at);
    if (refused === null) done();
    else setWrong(refused);
  };
  const missed = async (): Promise<void> => {
    if (called === null) return;
    const refused = await give(view.id, 'note', { text: t('call.missed') }, called.at);
    if (refused === null) done();
    else setWrong(refused);
  };
  return (
    <Frame shown={shown} title={t('act.call')} wrong={wrong}>
      <ul className="callers">
        {callers.map((caller) => (
          <li key={caller.requestId}>
            <span className="grow">
              <b>{caller.reporter ?? t('about.nobody')}</b>
              {caller.contactTimes !== null && <span className="quiet"> {caller.contactTimes}</span>}
            </span>
            {caller.phone === null ? (
              <span className="quiet">{t('call.noNumber')}</span>
            ) : (
              <a
                className="main"
                href={`tel:${caller.phone}`}
                onClick={() => setCalled({ requestId: caller.requestId, at: serverNow() })}
              >
                {t('act.call')} {caller.phone}
              </a>
            )}
          </li>
        ))}
      </ul>
      {called !== null && (
        <section className="asked" role="status">
          <b>{t('call.answered')}</b>
          <div className="two">
            <button type="button" className="second" disabled={!may('note')} onClick={() => void missed()}>
              {t('call.no')}
            </button>
            <button type="button" className="main" disabled={!may('record')} onClick={() => void reached()}>
              {t('call.yes')}
            </button>
          </div>
        </section>
      )}
    </Frame>
  );
}
