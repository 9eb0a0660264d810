/** 待发与冲突: what waits with its size, and what the server did not do, in words, with what to do about it. */
import type { ReactNode } from 'react';
import { serverNow } from '../../kit/live.ts';
import { again, dismiss, sync, usePhone } from '../app/phone.ts';
import { clockTime, size } from '../parts/words.ts';
import { Go, NetworkBar, Tabs } from '../shell/Frame.tsx';
import { useTexts } from '../texts/index.ts';

export function WaitingPage(): ReactNode {
  const t = useTexts();
  const { waiting, listed, online, lastContact } = usePhone();
  const now = serverNow();
  const bytes = waiting.reduce((sum, one) => sum + one.bytes, 0);
  return (
    <>
      <NetworkBar />
      <main className="page">
        <header className="list-head">
          <h1 className="grow">{t('waiting.title')}</h1>
        </header>
        {listed.length > 0 && (
          <section aria-label={t('waiting.listed')}>
            <h2 className="section bad-text">{t('waiting.listedN', { n: listed.length })}</h2>
            <p className="hint">{t('waiting.listedHelp')}</p>
            <ul className="conflicts">
              {listed.map((one) => (
                <li key={one.id}>
                  <p className="line">
                    <span className="quiet">{clockTime(one.at, now)}</span>
                    <b className="grow">{one.what}</b>
                    <Go to={{ page: 'order', order: one.order }} className="text">
                      {one.number}
                    </Go>
                  </p>
                  <p className="wrong">{one.why}</p>
                  {one.article !== null && <p className="quiet">{one.article}</p>}
                  <div className="two">
                    <button type="button" className="second" onClick={() => void dismiss(one.id)}>
                      {t('waiting.drop')}
                    </button>
                    <button type="button" className="second strong" onClick={() => void again(one.id)}>
                      {t('waiting.again')}
                    </button>
                  </div>
                </li>
              ))}
            </ul>
          </section>
        )}
        <section aria-label={t('waiting.unsent')}>
          <h2 className="section">
            {t('waiting.unsentN', { n: waiting.length })}
            {bytes > 0 && <span className="quiet"> {size(bytes)}</span>}
          </h2>
          <p className="hint">{t(online ? 'waiting.byItself' : 'waiting.whenBack')}</p>
          {waiting.length === 0 && listed.length === 0 && (
            <div className="empty">
              <b>{t('waiting.none')}</b>
              <p>{lastContact === null ? t('orders.never') : t('orders.asOf', { time: lastContact })}</p>
            </div>
          )}
          <ul className="unsent">
            {waiting.map((one) => (
              <li key={one.id} className="line">
                <span className="quiet">{clockTime(one.at, now)}</span>
                <span className="grow">
                  {one.what} <span className="quiet">{one.number}</span>
                </span>
                <span className="quiet">
                  {one.sent > 0 && one.sent < one.bytes && `${Math.floor((100 * one.sent) / one.bytes)}% · `}
                  {size(one.bytes)}
                </span>
              </li>
            ))}
          </ul>
          {waiting.length > 0 && (
            <button type="button" className="second wide" disabled={!online} onClick={() => void sync()}>
              {t('waiting.sendNow')}
            </button>
          )}
        </section>
      </main>
      <Tabs here="waiting" />
    </>
  );
}
