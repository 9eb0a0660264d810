/** What the caller said, who he is, what is known, what was noted and photographed. */
import type { ReactNode } from 'react';
import { serverNow } from '../../kit/live.ts';
import { warningIn } from '../app/marks.ts';
import { usePhone } from '../app/phone.ts';
import type { Shown } from '../app/shown.ts';
import { clockTime } from '../parts/words.ts';
import { useTexts } from '../texts/index.ts';

export function About({ shown }: { shown: Shown }): ReactNode {
  const t = useTexts();
  const { online } = usePhone();
  const { view, callers } = shown;
  const now = serverNow();
  const safety = view.timeline.flatMap(({ seq, kind, text }) => {
    const warning = warningIn(kind, text);
    return warning === null ? [] : [{ seq, text: warning }];
  });
  const plans = view.timeline.filter(({ kind }) => kind === 'plan-set').slice(-2);
  return (
    <section className="about">
      {safety.length > 0 && (
        <div className="safety" role="note">
          {safety.map(({ seq, text }) => (
            <p key={seq}>{text}</p>
          ))}
        </div>
      )}
      <h2>{t('about.told')}</h2>
      <p>{view.content}</p>
      {callers.map((caller) => (
        <p key={caller.requestId} className="line">
          <span>{caller.reporter ?? t('about.nobody')}</span>
          {caller.phone !== null && <span className="quiet">{caller.phone}</span>}
          {caller.contactTimes !== null && <span className="quiet">{caller.contactTimes}</span>}
        </p>
      ))}
      {view.premises !== null && (
        <p className="quiet">
          {t('about.account', { n: view.premises.accountNumber })} · {view.premises.address} · DN
          {view.premises.meterDn}
        </p>
      )}
      {plans.map(({ seq, text }) => (
        <p key={seq}>{text}</p>
      ))}
      {view.attachments.length > 0 && <p className="quiet">{t('about.files', { n: view.attachments.length })}</p>}
      {online && (
        <div className="files">
          {view.attachments.map(({ id, url, preview, name }) =>
            preview === null ? null : (
              <a key={id} href={url} target="_blank" rel="noreferrer">
                <img src={preview} alt={name} loading="lazy" />
              </a>
            ),
          )}
        </div>
      )}
      <details>
        <summary>{t('about.timeline', { n: view.timeline.length })}</summary>
        <ol className="timeline">
          {[...view.timeline].reverse().map((entry) => (
            <li key={entry.seq}>
              <span className="quiet">{clockTime(entry.occurredAt, now)}</span>
              <span className="grow">
                {entry.text}
                <span className="quiet"> {entry.by}</span>
              </span>
            </li>
          ))}
        </ol>
      </details>
    </section>
  );
}
