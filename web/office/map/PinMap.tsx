/** The town with a pin. Loaded only when somebody opens the map. */
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { usePlacesMap } from '../data.ts';
import { Ground, type MapProps } from './Ground.tsx';

export default function PinMap(props: Omit<MapProps, 'ground' | 'label'>): ReactNode {
  const { t } = useTranslation();
  const ground = usePlacesMap().data;
  if (ground === undefined) return <div className="map map-waiting" aria-busy="true" />;
  const label = props.set === undefined ? t('places.map') : t('places.mapKeys');
  // another town, or a point that is known only now, is another sight
  const key = `${props.point?.lon ?? ''} ${props.point?.lat ?? ''}`;
  return <Ground key={key} {...props} ground={ground} label={label} />;
}
