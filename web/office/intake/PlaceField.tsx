/** The place of a call: what was chosen, where it is and whose word that is, and the map when it is wanted. */
import { lazy, type ReactNode, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Draft, type Pin, unplaced } from './draft.ts';
import { NearPin } from './NearPin.tsx';
import { PlaceSearch } from './PlaceSearch.tsx';

const PinMap = lazy(() => import('../map/PinMap.tsx'));

interface Props {
  draft: Draft;
  change: (part: Partial<Draft>) => void;
}

const degrees = ({ lon, lat }: Pin): string => `${lon.toFixed(5)}, ${lat.toFixed(5)}`;

export function PlaceField({ draft, change }: Props): ReactNode {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const { chosen, pin, premises } = draft;
  return (
    <>
      <PlaceSearch draft={draft} change={change} />
      <div className="hint row place-said">
        <span className="grow">
          {premises !== null
            ? t('intake.premises', { account: premises.accountNumber, name: premises.customerName })
            : chosen !== null
              ? t('places.chosen', {
                  what: [chosen.kindName, chosen.districtName].filter((part) => part !== null).join(' · '),
                })
              : draft.place.trim() !== ''
                ? t('places.wordsOnly')
                : ''}{' '}
          {(premises !== null || chosen !== null) && (
            <button type="button" className="link" onClick={() => change(unplaced)}>
              {t('intake.unlink')}
            </button>
          )}
        </span>
        <span>
          {pin !== null
            ? t('places.byPerson', { at: degrees(pin) })
            : (chosen?.point ?? null) !== null
              ? t('places.byRegister')
              : ''}{' '}
          {pin !== null && (
            <button type="button" className="link" onClick={() => change({ pin: null })}>
              {t('places.clearPin')}
            </button>
          )}
        </span>
        <button type="button" className="link" aria-expanded={open} onClick={() => setOpen(!open)}>
          {open ? t('places.closeMap') : t('places.openMap')}
        </button>
      </div>
      {open && (
        <>
          <Suspense fallback={<div className="map map-waiting" aria-busy="true" />}>
            <PinMap pin={pin} point={chosen?.point ?? null} set={(next) => change({ pin: next })} />
          </Suspense>
          <NearPin pin={pin} change={change} />
        </>
      )}
    </>
  );
}
