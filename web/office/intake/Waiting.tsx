/** 待阅来信: imported and read by nobody yet. Choosing one puts it before the desk, with its suggestions. */
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useNow } from '../../kit/live.ts';
import { shortTime } from '../../kit/time.ts';
import type { WaitingLetter } from '../data.ts';

interface Props {
  letters: readonly WaitingLetter[];
  more: boolean;
  chosen: number | null;
  choose: (letter: WaitingLetter) => void;
}

export function Waiting({ letters, more, chosen, choose }: Props): ReactNode {
  const { t } = useTranslation();
  const now = useNow(60_000);
  const days = t('clock.days', { returnObjects: true });
  if (letters.length === 0) {
    return (
      <div className="waiting-none">
        <p>{t('waiting.none')}</p>
        <p className="small quiet">{t('waiting.noneHelp')}</p>
      </div>
    );
  }
  return (
    <>
      <p className="small quiet waiting-help">{t('waiting.help')}</p>
      <ul className="queue">
        {letters.map((one) => (
          <li key={one.id}>
            <button
              type="button"
              className="letter"
              aria-current={one.id === chosen ? 'true' : undefined}
              onClick={() => choose(one)}
            >
              <span className="clip">{one.content.split('\n')[0]}</span>
              <span className="small quiet clip">
                {shortTime(one.receivedAt, now, days)}
                {one.sourceRef === null ? '' : ` · ${one.sourceRef}`}
              </span>
            </button>
          </li>
        ))}
      </ul>
      {more && <p className="small quiet waiting-help">{t('waiting.more', { n: letters.length })}</p>}
    </>
  );
}
