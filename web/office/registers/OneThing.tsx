/** One thing: what is registered of it, whether it is valid, what it is owed, and its orders. */
import { Link } from '@tanstack/react-router';
import { App, Skeleton } from 'antd';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNow } from '../../kit/live.ts';
import { shortTime } from '../../kit/time.ts';
import { useMe } from '../data.ts';
import { LoadFailed, useProblemText } from '../shell/Fallbacks.tsx';
import { type ComingDuty, type DutyOrder, reveal, type Thing, useDuties, useKindWords, useThing } from './data.ts';
import { validityOf } from './validity.ts';

export function OneThing({ id, close }: { id: number; close: () => void }): ReactNode {
  const { t } = useTranslation();
  const asked = useThing(id);
  const thing = asked.data;
  return (
    <aside className="registers-one" aria-label={thing?.name ?? t('registers.facts')}>
      <header className="row">
        <h2 className="grow">{thing?.name ?? ''}</h2>
        <button type="button" className="link" onClick={close}>
          {t('registers.close')}
        </button>
      </header>
      {thing !== undefined ? (
        <>
          <Registered thing={thing} />
          <Owed thing={thing} />
        </>
      ) : asked.error !== null ? (
        <LoadFailed error={asked.error} again={() => void asked.refetch()} />
      ) : (
        <Skeleton active={false} paragraph={{ rows: 8 }} />
      )}
    </aside>
  );
}

function Registered({ thing }: { thing: Thing }): ReactNode {
  const { t } = useTranslation();
  const held = thing.staffId !== null;
  return (
    <>
      <p className="muted">
        {[thing.kindName, thing.person].filter((part) => part !== null && part !== '').join(' · ')}
      </p>
      <dl className="pairs registers-pairs">
        <Pair label={t(held ? 'registers.number' : 'registers.heads.code')}>
          {held ? <Code thing={thing} /> : thing.code}
        </Pair>
        {held && <Pair label={t('registers.person')}>{thing.person}</Pair>}
        {!held && <Pair label={t('registers.heads.unit')}>{thing.unit ?? t('registers.unitNone')}</Pair>}
        {thing.place !== '' && <Pair label={t('registers.heads.place')}>{thing.place}</Pair>}
        {thing.district !== null && <Pair label={t('registers.district')}>{thing.district}</Pair>}
        {thing.facts.map(({ fact, name, shown }) => (
          <Pair key={fact} label={name}>
            {shown}
          </Pair>
        ))}
        <Pair label={t(held ? 'registers.from' : 'registers.since')}>{thing.since}</Pair>
        {thing.lastDone !== null && <Pair label={t('registers.heads.lastDone')}>{thing.lastDone}</Pair>}
        {(held || thing.expiresOn !== null) && (
          <Pair label={t('registers.heads.expires')}>
            <Valid thing={thing} />
          </Pair>
        )}
        {thing.endedOn !== null && <Pair label={t('registers.endedOn')}>{thing.endedOn}</Pair>}
      </dl>
    </>
  );
}

function Pair({ label, children }: { label: string; children: ReactNode }): ReactNode {
  return (
    <>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </>
  );
}

function Valid({ thing }: { thing: Thing }): ReactNode {
  const { t } = useTranslation();
  const valid = validityOf(thing, useNow(60_000));
  const words =
    valid.says === 'left'
      ? t('registers.validity.left', { n: valid.days })
      : valid.says === 'over'
        ? t('registers.validity.over', { n: valid.days })
        : valid.says === 'later'
          ? t('registers.validity.later', { on: valid.on })
          : t(`registers.validity.${valid.says}`);
  return (
    <>
      {thing.expiresOn !== null && <span className="tabular">{thing.expiresOn} </span>}
      <span className={valid.says === 'over' ? 'late-text' : 'muted'}>{words}</span>
    </>
  );
}

/** The number of a certificate, in full for whoever may and asks. */
function Code({ thing }: { thing: Thing }): ReactNode {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const say = useProblemText();
  const may = useMe().data?.permissions['personal.reveal'] === 'all';
  const [full, setFull] = useState<string | null>(null);
  const ask = (): void =>
    void reveal(thing.thingId).then(
      ({ code }) => setFull(code),
      (error: Error) => void message.error(say(error)),
    );
  return (
    <>
      <span className="tabular">{full ?? thing.code}</span>{' '}
      {may && full === null && (
        <button type="button" className="link" title={t('registers.revealHelp')} onClick={ask}>
          {t('registers.reveal')}
        </button>
      )}
    </>
  );
}

function Owed({ thing }: { thing: Thing }): ReactNode {
  const { t } = useTranslation();
  const asked = useDuties(thing.thingId);
  const owed = useKindWords().data?.kinds.find(({ kind }) => kind === thing.kind)?.owed;
  if (asked.data === undefined)
    return asked.error === null ? (
      <Skeleton active={false} paragraph={{ rows: 4 }} />
    ) : (
      <LoadFailed error={asked.error} again={() => void asked.refetch()} />
    );
  const { coming, history } = asked.data;
  return (
    <>
      <h3>{t('registers.duties')}</h3>
      {coming.length === 0 && <p className="muted">{t(owed === false ? 'registers.notOwed' : 'registers.noNext')}</p>}
      <ul className="registers-duties">
        {coming.map((duty) => (
          <Coming key={duty.duty} duty={duty} />
        ))}
      </ul>
      <h3>{t('registers.orders')}</h3>
      {history.length === 0 && <p className="muted">{t('registers.noOrders')}</p>}
      <ul className="registers-duties">
        {history.map((order) => (
          <Made key={order.orderId} order={order} />
        ))}
      </ul>
    </>
  );
}

function useAt(): (instant: string) => string {
  const { t } = useTranslation();
  const now = useNow(60_000);
  const days = t('clock.days', { returnObjects: true });
  return (instant) => shortTime(instant, now, days);
}

function Coming({ duty }: { duty: ComingDuty }): ReactNode {
  const { t } = useTranslation();
  const at = useAt();
  return (
    <li>
      <div className="row">
        <b className="grow">{duty.name}</b>
        <span className="tabular">
          {duty.dueAt === null ? t('registers.dueOpen') : t('registers.due', { at: at(duty.dueAt) })}
        </span>
      </div>
      <div className="row muted small">
        <span className="grow">{duty.every}</span>
        <span className="tabular">{t('registers.opens', { at: at(duty.opensAt) })}</span>
      </div>
      <p className="small">
        {duty.article} {duty.quote !== '' && <q className="muted">{duty.quote}</q>}
      </p>
    </li>
  );
}

function Made({ order }: { order: DutyOrder }): ReactNode {
  const { t } = useTranslation();
  const at = useAt();
  const reads = useMe().data?.permissions['orders.read'] !== undefined;
  const became =
    order.doneAt !== null
      ? t('registers.done', { at: at(order.doneAt) })
      : order.givenUpAt !== null
        ? t('registers.givenUp', { at: at(order.givenUpAt) })
        : t(`state.${order.state as 'closed'}`);
  return (
    <li>
      <div className="row">
        <span className="grow tabular">
          {reads ? (
            <Link to="/orders/$orderId" params={{ orderId: String(order.orderId) }}>
              {order.number}
            </Link>
          ) : (
            order.number
          )}
        </span>
        {order.late && <b className="late-text">{t('registers.late')}</b>}
        <span className="tabular">{became}</span>
      </div>
      <div className="row muted small">
        <span className="grow">{order.name}</span>
        {order.dueAt !== null && <span className="tabular">{t('registers.due', { at: at(order.dueAt) })}</span>}
      </div>
    </li>
  );
}
