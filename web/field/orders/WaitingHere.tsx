/** What was given at this order and is not at the server yet. */
import type { ReactNode } from 'react';
import { serverNow } from '../../kit/live.ts';
import { usePhone } from '../app/phone.ts';
import { clockTime, size } from '../parts/words.ts';
import { useTexts } from '../texts/index.ts';

export function WaitingHere({ order }: { order: number }): ReactNode {
  const t = useTexts();
  const { waiting } = usePhone();
  const here = waiting.filter((one) => one.order === order);
  if (here.length === 0) return null;
  return (
    <section className="waiting-here">
      <p className="line">
        <b className="grow">{t('waiting.here', { n: here.length })}</b>
        <span className="quiet">{t('waiting.byItself')}</span>
      </p>
      <ul>
        {here.map((one) => (
          <li key={one.id} className="line">
            <span className="quiet">{clockTime(one.at, serverNow())}</span>
            <span className="grow clip">{one.what}</span>
            <span className="quiet">{size(one.bytes)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
