/** 我: language, look, this phone, the way out. */
import { type ReactNode, useState } from 'react';
import { enter, leave, usePhone } from '../app/phone.ts';
import { takeOver, useNewVersion } from '../app/version.ts';
import { NetworkBar, Tabs } from '../shell/Frame.tsx';
import { SignIn } from '../shell/SignIn.tsx';
import { changeLanguage, languageNow, useTexts } from '../texts/index.ts';

export function MePage(): ReactNode {
  const t = useTexts();
  const { snapshot, waiting, listed, deviceId, signedOut, online, kept } = usePhone();
  const [asked, setAsked] = useState(false);
  const [dark, setDark] = useState(document.documentElement.dataset.theme === 'dark');
  const newer = useNewVersion();
  const unsent = waiting.length + listed.length;
  const look = (wanted: boolean): void => {
    localStorage.setItem('gongshui.theme', wanted ? 'dark' : 'light');
    document.documentElement.dataset.theme = wanted ? 'dark' : 'light';
    setDark(wanted);
  };
  if (signedOut) return <SignIn entered={enter} why={t('me.expired', { n: waiting.length })} />;
  return (
    <>
      <NetworkBar />
      <main className="page">
        <header className="list-head">
          <h1 className="grow">{snapshot?.me.name ?? t('tabs.me')}</h1>
          <span className="quiet">{snapshot?.me.departmentName}</span>
        </header>
        {newer && (
          <div className="asked" role="status">
            <b>{t('me.newer')}</b>
            <button type="button" className="main" onClick={takeOver}>
              {t('me.takeOver')}
            </button>
          </div>
        )}
        <section className="settings">
          <fieldset>
            <legend>{t('me.language')}</legend>
            <div className="segments">
              <button type="button" aria-pressed={languageNow() === 'zh-CN'} onClick={() => changeLanguage('zh-CN')}>
                中文
              </button>
              <button type="button" aria-pressed={languageNow() === 'en'} onClick={() => changeLanguage('en')}>
                English
              </button>
            </div>
          </fieldset>
          <fieldset>
            <legend>{t('me.look')}</legend>
            <div className="segments">
              <button type="button" aria-pressed={!dark} onClick={() => look(false)}>
                {t('me.light')}
              </button>
              <button type="button" aria-pressed={dark} onClick={() => look(true)}>
                {t('me.dark')}
              </button>
            </div>
          </fieldset>
          <dl className="device">
            <dt>{t('me.device')}</dt>
            <dd className="quiet">{deviceId.slice(0, 8)}</dd>
            <dt>{t('me.kept')}</dt>
            <dd className="quiet">{t(kept ? 'me.keptFirm' : 'me.keptLoose')}</dd>
          </dl>
          <p className="hint">{t('me.lost')}</p>
        </section>
        {asked ? (
          <div className="asked" role="alert">
            <b>{unsent > 0 ? t('me.unsent', { n: unsent }) : t('me.leaveHelp')}</b>
            <div className="two">
              <button type="button" className="second" onClick={() => setAsked(false)}>
                {t('me.stay')}
              </button>
              <button type="button" className={unsent > 0 ? 'main danger' : 'main'} onClick={() => void leave()}>
                {unsent > 0 ? t('me.leaveAnyway') : t('me.leave')}
              </button>
            </div>
            {unsent > 0 && !online && <p className="hint">{t('me.leaveAwayHelp')}</p>}
          </div>
        ) : (
          <button type="button" className="second wide" onClick={() => setAsked(true)}>
            {t('me.leave')}
          </button>
        )}
      </main>
      <Tabs here="me" />
    </>
  );
}
