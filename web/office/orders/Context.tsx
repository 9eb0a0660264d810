/** What I need to know: caller, place, why this unit, what waits for a decision, the other calls. */
import { Link } from '@tanstack/react-router';
import { App } from 'antd';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../../kit/client.ts';
import { useNow } from '../../kit/live.ts';
import { shortTime } from '../../kit/time.ts';
import type { AskView, CallerView, OrderDetail } from '../../kit/views.ts';
import { useDepartments, useMe, useRecentRequests, useVocabulary } from '../data.ts';
import { OrderNotices } from '../inbox/notices/OrderNotices.tsx';
import { Because } from '../parts/Because.tsx';
import { DutyOf } from '../registers/DutyOf.tsx';
import { useOnDuty } from '../rosters/data.ts';
import { useProblemText } from '../shell/Fallbacks.tsx';
import { Answering } from './Answering.tsx';
import { CallerClocks, CallerDone } from './CallerState.tsx';
import { Position } from './Position.tsx';
import { SameIncident } from './SameIncident.tsx';

interface Props {
  order: OrderDetail;
  decide: (ask: AskView) => void;
  split: (requestId: number) => void;
}

export function Context({ order, decide, split }: Props): ReactNode {
  const { t } = useTranslation();
  return (
    <aside className="right" aria-label={t('side.label')}>
      <Asks order={order} decide={decide} />
      <SameIncident order={order} />
      <DutyOf order={order} />
      {order.requests.length > 0 && <Callers order={order} split={split} />}
      <OrderNotices orderId={order.id} />
      <MergedOrders order={order} />
      <Premises order={order} />
      <Position order={order} />
      <KnownFacts order={order} />
      <Routing order={order} />
      <Others order={order} />
    </aside>
  );
}

function useAt(): (instant: string) => string {
  const { t } = useTranslation();
  const now = useNow(60_000);
  const days = t('clock.days', { returnObjects: true });
  return (instant) => shortTime(instant, now, days);
}

type Revealed = Record<number, { reporter: string | null; phone: string | null }>;

function Callers({ order, split }: Pick<Props, 'order' | 'split'>): ReactNode {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const say = useProblemText();
  const [revealed, setRevealed] = useState<Revealed>({});
  const reveal = async (): Promise<void> => {
    try {
      const answer = await call<{ requests: { id: number; reporter: string | null; phone: string | null }[] }>(
        'POST',
        `/api/orders/${order.id}/reveal`,
        { body: {} },
      );
      setRevealed(Object.fromEntries(answer.requests.map((one) => [one.id, one])));
    } catch (error) {
      void message.error(say(error));
    }
  };
  const may = (useMe().data?.permissions['personal.reveal'] ?? 'none') !== 'none';
  const maySplit = order.allowed.some(({ command, enabled }) => command === 'split' && enabled);
  const masked =
    may && order.requests.some((one) => one.phone?.includes('*') === true) && Object.keys(revealed).length === 0;
  return (
    <section aria-labelledby="callers-title">
      <div className="row">
        <h2 id="callers-title" className="grow">
          {order.requests.length > 1 ? t('side.callers', { n: order.requests.length }) : t('side.caller')}
        </h2>
        {masked && (
          <button type="button" className="link" title={t('side.revealHelp')} onClick={() => void reveal()}>
            {t('side.reveal')}
          </button>
        )}
      </div>
      {order.requests.map((request, index) => (
        <Caller
          key={request.id}
          order={order}
          request={request}
          more={index > 0}
          revealed={revealed[request.id]}
          split={maySplit && request.maySplit ? split : undefined}
        />
      ))}
    </section>
  );
}

function MergedOrders({ order }: { order: OrderDetail }): ReactNode {
  const { t } = useTranslation();
  const at = useAt();
  if (order.merged.length === 0) return null;
  return (
    <section aria-labelledby="merged-title">
      <h2 id="merged-title">{t('merging.merged')}</h2>
      <ul>
        {order.merged.map((one) => (
          <li key={one.id} className="dot">
            <Link to="/orders/$orderId" params={{ orderId: String(one.id) }}>
              {one.number}
            </Link>{' '}
            <span className="small quiet">{at(one.at)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

interface CallerProps {
  order: OrderDetail;
  request: CallerView;
  more: boolean;
  revealed: Revealed[number] | undefined;
  split: Props['split'] | undefined;
}

function Caller({ order, request, more, revealed, split }: CallerProps): ReactNode {
  const { t } = useTranslation();
  const at = useAt();
  const phone = revealed?.phone ?? request.phone;
  return (
    <div style={more ? { borderTop: '1px solid var(--line)', marginTop: 8, paddingTop: 8 } : {}}>
      <div className="caller">
        <b>{revealed?.reporter ?? request.reporter ?? t('side.anonymous')}</b>
        {phone === null ? (
          <span className="quiet">{t('side.noPhone')}</span>
        ) : revealed === undefined ? (
          <span>{phone}</span>
        ) : (
          <a href={`tel:${phone}`} aria-label={`${t('side.call')} ${phone}`}>
            {phone}
          </a>
        )}
        {split !== undefined && (
          <button
            type="button"
            className="link small"
            title={request.from === null ? undefined : t('merging.cameFrom', { number: request.from.number })}
            onClick={() => split(request.id)}
          >
            {t('merging.split')}
          </button>
        )}
      </div>
      {order.requests.length > 1 && <CallerClocks order={order} id={request.id} />}
      {order.requests.length > 1 && <CallerDone request={request} at={at} />}
      {request.content !== '' && (
        <p className="muted" style={{ textIndent: -6 }}>
          “{request.content}”
        </p>
      )}
      <dl className="pairs">
        <dt>{t('side.received')}</dt>
        <dd>
          {at(request.receivedAt)} · {request.channelName}
        </dd>
        <Answering order={order} request={request} at={at} />
        {request.place !== '' && more && (
          <>
            <dt>{t('side.address')}</dt>
            <dd>{request.place}</dd>
          </>
        )}
        {request.contactTimes !== null && request.contactTimes !== '' && (
          <>
            <dt>{t('side.contactTimes')}</dt>
            <dd>{request.contactTimes}</dd>
          </>
        )}
        {request.sourceRef !== null && (
          <>
            <dt>{t('side.source')}</dt>
            <dd>{request.sourceRef}</dd>
          </>
        )}
      </dl>
    </div>
  );
}

function Premises({ order }: { order: OrderDetail }): ReactNode {
  const { t } = useTranslation();
  const place = order.premises;
  return (
    <section aria-labelledby="premises-title">
      <div className="row">
        <h2 id="premises-title" className="grow">
          {t('side.premises')}
        </h2>
        <span className="muted">{place === null ? '' : t('side.account', { n: place.accountNumber })}</span>
      </div>
      {place === null ? (
        <p className="quiet">{t('side.noPremises')}</p>
      ) : (
        <dl className="pairs">
          <dt>{t('side.address')}</dt>
          <dd>{place.address}</dd>
          <dt>{t('side.customer')}</dt>
          <dd>{place.customerName}</dd>
          <dt>{t('side.meter')}</dt>
          <dd>DN{place.meterDn}</dd>
          <dt>{t('side.supply')}</dt>
          <dd>
            {place.supply === 'direct' || place.supply === 'secondary'
              ? t(`side.supplyKinds.${place.supply}`)
              : place.supply}
          </dd>
          <dt>{t('side.recent')}</dt>
          <dd>{t('side.recentCount', { n: place.recentRequests })}</dd>
        </dl>
      )}
    </section>
  );
}

function KnownFacts({ order }: { order: OrderDetail }): ReactNode {
  const { t } = useTranslation();
  const words = useVocabulary().data?.facts ?? [];
  const departments = useDepartments().data;
  const facts = Object.entries(order.facts).filter(
    ([, value]) => value !== null && value !== undefined && value !== '',
  );
  if (facts.length === 0) return null;
  const show = (id: string, value: unknown): string => {
    if (value === true) return t('order.yes');
    if (value === false) return t('order.no');
    const word = words.find((one) => one.id === id);
    const choices = (word?.type === 'unit' ? departments : word?.choices) ?? [];
    const one = (part: unknown): string => choices.find((choice) => choice.id === part)?.name ?? String(part);
    return Array.isArray(value) ? value.map(one).join('、') : one(value);
  };
  return (
    <section aria-labelledby="facts-title">
      <h2 id="facts-title">{t('side.facts')}</h2>
      <dl className="pairs wide">
        {facts.map(([id, value]) => (
          <div key={id} style={{ display: 'contents' }}>
            <dt className="clip">{words.find((word) => word.id === id)?.name ?? id}</dt>
            <dd>{show(id, value)}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

/** Whom to reach there now. */
function OnDuty({ unit }: { unit: string | undefined }): ReactNode {
  const { t } = useTranslation();
  const found = useOnDuty().data?.units.find(({ departmentId }) => departmentId === unit)?.onDuty ?? [];
  return found.length === 0 ? null : (
    <p className="small">{t('rosters.dutyThere', { names: found.map(({ name }) => name).join('、') })}</p>
  );
}

function Routing({ order }: { order: OrderDetail }): ReactNode {
  const { t } = useTranslation();
  const decided = order.routing.find((one) => one.to === order.departmentId) ?? order.routing[0];
  return (
    <section aria-labelledby="routing-title">
      <h2 id="routing-title">
        {order.departmentName !== null && decided !== undefined
          ? t('side.routing', { name: order.departmentName })
          : `${t('side.routingOpen')}${decided === undefined ? '' : ` ${decided.toName}`}`}
      </h2>
      <OnDuty unit={order.departmentId ?? decided?.to} />
      {order.routing.length === 0 && <p className="quiet">{t('side.routingNone')}</p>}
      <ul>
        {order.routing.map((one) => (
          <li key={`${one.to}${one.reason}`} className="dot small" style={{ lineHeight: '20px' }}>
            <Because route={one} />
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What else was reported from here lately: perhaps the same thing. */
function Others({ order }: { order: OrderDetail }): ReactNode {
  const { t } = useTranslation();
  const at = useAt();
  const may = useMe().data?.permissions['requests.read'] !== undefined;
  const recent = useRecentRequests(may ? order.premises?.id : undefined).data ?? [];
  const others = recent.filter((one) => order.requests.every(({ id }) => id !== one.id)).slice(0, 4);
  if (others.length === 0) return null;
  return (
    <section aria-labelledby="others-title">
      <div className="row">
        <h2 id="others-title" className="grow">
          {t('side.others')}
        </h2>
        <span className="small quiet">{t('side.othersCount', { n: others.length })}</span>
      </div>
      {others.map((one) => (
        <div key={one.id} style={{ padding: '2px 0' }}>
          <div className="row">
            <span className="grow clip">{one.eventName ?? one.channelName}</span>
            {one.orderId != null && (
              <Link to="/orders/$orderId" params={{ orderId: String(one.orderId) }}>
                {one.orderNumber?.slice(-4) ?? t('act.see')}
              </Link>
            )}
          </div>
          <p className="small quiet clip">
            {at(one.receivedAt)} · {one.content}
          </p>
        </div>
      ))}
    </section>
  );
}

function Asks({ order, decide }: { order: OrderDetail; decide: (ask: AskView) => void }): ReactNode {
  const { t } = useTranslation();
  const at = useAt();
  const open = order.asks.filter((ask) => ask.decidedAt === null);
  const done = order.asks.filter((ask) => ask.decidedAt !== null);
  if (order.asks.length === 0) return null;
  return (
    <section aria-labelledby="asks-title">
      <h2 id="asks-title">{open.length > 0 ? t('side.asksOpen') : t('side.asksDone')}</h2>
      {[...open, ...done].map((ask) => {
        const may = order.allowed.find((one) => one.command === `decide-${ask.kind}`);
        return (
          <div key={ask.id} className="ask">
            <div className="row">
              <b className="grow">
                {t(`side.askKinds.${ask.kind}`)}
                {ask.from !== null && ` ${t('side.from', { at: at(ask.from) })}`}
                {ask.until !== null && ` ${t('side.until', { at: at(ask.until) })}`}
              </b>
              {ask.decidedAt === null && may !== undefined && (
                <button
                  type="button"
                  className="btn low"
                  aria-disabled={!may.enabled}
                  title={may.reason}
                  onClick={() => may.enabled && decide(ask)}
                >
                  {t('side.decide')}
                </button>
              )}
            </div>
            <p>{ask.reason}</p>
            {(ask.basis !== '' || ask.article !== undefined) && (
              <p className="small muted">{[ask.basis, ask.article].filter(Boolean).join(' · ')}</p>
            )}
            <p className="small quiet">
              {t('side.askedBy', { name: ask.askedBy, at: at(ask.askedAt) })}
              {ask.decidedAt !== null && (
                <>
                  <br />
                  {t('side.decidedBy', {
                    name: ask.decidedBy ?? '',
                    at: at(ask.decidedAt),
                    decision: ask.decision === null ? '' : t(`side.decisions.${ask.decision as 'granted'}`),
                  })}
                  {ask.note !== null && ask.note !== '' && `：${ask.note}`}
                </>
              )}
            </p>
          </div>
        );
      })}
    </section>
  );
}
