/** Who else has the order open, and whether he is writing. My window says so itself, again and again. */
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { type ReactNode, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type { paths } from '../../kit/api/schema.d.ts';
import { call, newKey } from '../../kit/client.ts';
import { serverNow, useNow } from '../../kit/live.ts';
import { hm } from '../../kit/time.ts';

type Answer = paths['/api/orders/{id}/presence']['put']['responses'][200]['content']['application/json'];
type Doing = 'viewing' | 'acting';

/** Milliseconds between two signs of life; the server believes in one for 35 s. */
const SAY = 12_000;
/** This window, as long as it is open. */
const tab = newKey();

const say = (id: number, doing: Doing | 'gone', keepalive = false): Promise<Answer> =>
  call<Answer>('PUT', `/api/orders/${id}/presence`, { body: { tab, doing }, keepalive });

export function Present({ id, doing }: { id: number; doing: Doing }): ReactNode {
  const { t } = useTranslation();
  useNow(5000);
  const { data } = useQuery({
    queryKey: ['presence', id, doing],
    queryFn: () => say(id, doing),
    refetchInterval: SAY,
    staleTime: 0,
    placeholderData: keepPreviousData,
  });
  useEffect(() => {
    const leave = (): void => void say(id, 'gone', true).catch(() => undefined);
    addEventListener('pagehide', leave);
    return () => {
      removeEventListener('pagehide', leave);
      leave();
    };
  }, [id]);
  // a window that died says nothing any more
  const others = (data?.others ?? []).filter(({ until }) => Date.parse(until) > serverNow());
  return (
    <div role="status" aria-label={t('live.present')}>
      {others.length > 0 && (
        <p className="present">
          {others.map((one) => (
            <span
              key={one.staffId}
              className={one.doing}
              title={t('live.from', { department: one.departmentName, at: hm(one.since) })}
            >
              {t(`live.${one.doing as Doing}`, { name: one.name })}
            </span>
          ))}
        </p>
      )}
    </div>
  );
}
