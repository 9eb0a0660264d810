/** 更正位置: the order is where the crew stands. */
import { type ReactNode, useState } from 'react';
import { give } from '../app/phone.ts';
import { useWhereabouts } from '../app/position.ts';
import type { Shown } from '../app/shown.ts';
import { useTexts } from '../texts/index.ts';
import { Foot, Frame } from './Frame.tsx';

export function Position({ shown, done }: { shown: Shown; done: () => void }): ReactNode {
  const t = useTexts();
  const { known, why } = useWhereabouts();
  const [place, setPlace] = useState('');
  const [wrong, setWrong] = useState<string | null>(null);
  const send = async (): Promise<void> => {
    if (known === null) return;
    const round = (degrees: number): number => Number(degrees.toFixed(6));
    const named = place.trim() === '' ? {} : { place: place.trim() };
    const refused = await give(shown.view.id, 'set-position', {
      lon: round(known.lon),
      lat: round(known.lat),
      ...named,
    });
    if (refused === null) done();
    else setWrong(refused);
  };
  return (
    <Frame shown={shown} title={t('act.myPosition')} wrong={wrong}>
      <p>
        {known === null
          ? t(`position.${why ?? 'asking'}`)
          : t('act.positionIs', {
              lon: known.lon.toFixed(5),
              lat: known.lat.toFixed(5),
              n: Math.round(known.accuracy),
            })}
      </p>
      <label className="field">
        <span>{t('act.positionPlace')}</span>
        <input maxLength={200} value={place} onChange={(event) => setPlace(event.target.value)} />
      </label>
      <Foot label={t('act.confirm')} disabled={known === null} send={send} />
    </Frame>
  );
}
