/** Where the order is, whose word that is, and how it is put right. */
import { App } from 'antd';
import { lazy, type ReactNode, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../../kit/client.ts';
import type { OrderDetail } from '../../kit/views.ts';
import { useNearest, useOrderChanged } from '../data.ts';
import type { Pin } from '../intake/draft.ts';
import { useProblemText } from '../shell/Fallbacks.tsx';

const PinMap = lazy(() => import('../map/PinMap.tsx'));

const near = (distance: number | undefined): number => distance ?? 0;

export function Position({ order }: { order: OrderDetail }): ReactNode {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const say = useProblemText();
  const changed = useOrderChanged();
  const [open, setOpen] = useState(false);
  const [moved, setMoved] = useState<Pin | null>(null);
  const [busy, setBusy] = useState(false);
  const { position } = order;
  const may = order.allowed.find(({ command }) => command === 'set-position')?.enabled === true;
  const around = useNearest(open ? (moved ?? position) : null).data;
  const save = async (pin: Pin): Promise<void> => {
    setBusy(true);
    try {
      const body = { version: order.version, lon: pin.lon, lat: pin.lat };
      const answer = await call<OrderDetail>('POST', `/api/orders/${order.id}/set-position`, { body });
      changed(answer, order.id);
      setMoved(null);
      void message.success(t('places.positionSaved'));
    } catch (error) {
      changed(null, order.id);
      void message.error(say(error));
    } finally {
      setBusy(false);
    }
  };
  if (position === null && !may) return null;
  const byPerson = position?.by === 'person';
  return (
    <section aria-labelledby="position-title">
      <div className="row">
        <h2 id="position-title" className="grow">
          {t('places.position')}
        </h2>
        <button type="button" className="link" aria-expanded={open} onClick={() => setOpen(!open)}>
          {open ? t('places.closeMap') : t('places.openMap')}
        </button>
      </div>
      <p className={byPerson ? '' : 'muted'}>
        {position === null ? t('places.noPosition') : byPerson ? t('places.personSays') : t('places.registerSays')}
      </p>
      {open && (
        <>
          <Suspense fallback={<div className="map map-waiting" aria-busy="true" />}>
            <PinMap
              pin={moved ?? (byPerson ? position : null)}
              point={position}
              set={may ? (pin) => setMoved(pin) : undefined}
            />
          </Suspense>
          {around !== undefined && (
            <p className="small muted">
              {[
                around.premises[0] &&
                  `${around.premises[0].premises.address} ${t('places.metres', { n: near(around.premises[0].distance) })}`,
                around.road && `${around.road.name} ${t('places.metres', { n: near(around.road.distance) })}`,
              ]
                .filter(Boolean)
                .join('；')}
            </p>
          )}
          {may && (
            <div className="row">
              <span className="grow small quiet">{moved === null ? t('places.movePin') : t('places.notSaved')}</span>
              {moved !== null && (
                <>
                  <button type="button" className="btn low" onClick={() => setMoved(null)}>
                    {t('act.cancel')}
                  </button>
                  <button type="button" className="btn low primary" disabled={busy} onClick={() => void save(moved)}>
                    {t('places.savePosition')}
                  </button>
                </>
              )}
              {moved === null && position !== null && !byPerson && (
                <button type="button" className="btn low" disabled={busy} onClick={() => void save(position)}>
                  {t('places.confirmPosition')}
                </button>
              )}
            </div>
          )}
        </>
      )}
    </section>
  );
}
