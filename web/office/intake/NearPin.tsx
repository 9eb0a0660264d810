/** What is nearest to the pin: each can be taken as the place. */
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useNearest } from '../data.ts';
import type { Draft, Pin } from './draft.ts';

interface Props {
  pin: Pin | null;
  change: (part: Partial<Draft>) => void;
}

export function NearPin({ pin, change }: Props): ReactNode {
  const { t } = useTranslation();
  const near = useNearest(pin).data;
  if (pin === null) return <p className="hint">{t('places.setPin')}</p>;
  if (near === undefined) return <p className="hint">{t('places.looking')}</p>;
  const { premises, community, road } = near;
  const far = (distance: number): string => t('places.metres', { n: distance });
  return (
    <ul className="near-pin" aria-label={t('places.near')}>
      {premises.slice(0, 3).map(({ premises: one, distance }) => (
        <li key={one.premisesId}>
          <span className="combo-mark">{t('places.kinds.premises')}</span>
          <span className="grow clip">
            {one.address} <span className="quiet">{one.customerName}</span>
          </span>
          <span className="quiet small">{far(distance)}</span>
          <button
            type="button"
            className="link"
            onClick={() =>
              change({
                place: one.address,
                premises: {
                  id: one.premisesId,
                  accountNumber: one.accountNumber,
                  customerName: one.customerName,
                  communityId: one.communityId,
                  districtId: one.districtId,
                },
                roadIds: [],
                chosen: { kind: 'premises', kindName: t('places.kinds.premises'), districtName: null, point: null },
              })
            }
          >
            {t('places.take')}
          </button>
        </li>
      ))}
      {community !== null && (
        <li>
          <span className="combo-mark">{t('places.kinds.community')}</span>
          <span className="grow clip">{community.name}</span>
          <span className="quiet small">{far(community.distance)}</span>
          <button
            type="button"
            className="link"
            onClick={() =>
              change({
                place: `${community.road}${community.name}`,
                premises: null,
                communityId: community.communityId,
                districtId: community.districtId,
                roadIds: [],
                chosen: { kind: 'community', kindName: t('places.kinds.community'), districtName: null, point: null },
              })
            }
          >
            {t('places.take')}
          </button>
        </li>
      )}
      {road !== null && (
        <li>
          <span className="combo-mark">{t('places.kinds.road')}</span>
          <span className="grow clip">{road.name}</span>
          <span className="quiet small">{far(road.distance)}</span>
          <button
            type="button"
            className="link"
            onClick={() =>
              change({
                place: road.name,
                premises: null,
                communityId: undefined,
                districtId: road.districtId,
                roadIds: [road.roadId],
                chosen: { kind: 'road', kindName: t('places.kinds.road'), districtName: null, point: null },
              })
            }
          >
            {t('places.take')}
          </button>
        </li>
      )}
    </ul>
  );
}
