/** 进展告知: which facts callers are told of, each with a switch; and who left no number to be told by. */
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { App, Switch } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { paths } from '../../../kit/api/schema.d.ts';
import { call } from '../../../kit/client.ts';
import { useNow } from '../../../kit/live.ts';
import { shortTime } from '../../../kit/time.ts';
import { useProblemText } from '../../shell/Fallbacks.tsx';
import { languageNow } from '../../texts/index.ts';

type Told = paths['/api/progress']['get']['responses'][200]['content']['application/json'];

export function Progress(): ReactNode {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const say = useProblemText();
  const client = useQueryClient();
  const now = useNow(60_000);
  const found = useQuery({
    queryKey: ['progress', languageNow()],
    queryFn: () => call<Told>('GET', '/api/progress'),
  }).data;
  if (found === undefined) return null;
  const turn = async (fact: string, told: boolean): Promise<void> => {
    try {
      await call('PUT', `/api/progress/${fact}`, { body: { told } });
    } catch (error) {
      void message.error(say(error));
    }
    await client.invalidateQueries({ queryKey: ['progress'] });
  };
  const days = t('clock.days', { returnObjects: true });
  return (
    <section className="section progress-told" aria-labelledby="progress-title">
      <div className="section-head">
        <h2 id="progress-title">{t('slips.progress.title')}</h2>
        <span className="small quiet">{t('slips.progress.help')}</span>
      </div>
      <ul className="progress-facts">
        {found.facts.map(({ fact, name, told }) => (
          <li key={fact}>
            <Switch
              size="small"
              checked={told}
              aria-label={t('slips.progress.of', { name })}
              onChange={(next) => void turn(fact, next)}
            />
            <span>{name}</span>
          </li>
        ))}
      </ul>
      <h3 className="small">{t('slips.progress.untold', { n: found.untold.length })}</h3>
      {found.untold.length === 0 ? (
        <p className="small quiet">{t('slips.progress.none')}</p>
      ) : (
        <ul className="progress-untold">
          {found.untold.map(({ orderId, number, fact, name, at }) => (
            <li key={`${orderId}/${fact}/${at}`} className="small">
              <Link to="/orders/$orderId" params={{ orderId: String(orderId) }}>
                {number}
              </Link>{' '}
              {name} <span className="muted">{shortTime(at, now, days)}</span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
