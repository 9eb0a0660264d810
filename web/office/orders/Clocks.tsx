/** Clocks 时钟 of an order; a row opens to how its due time came about. */
import { Link } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ClockBar, ClockPanel, ClockWords, Shape } from '../../kit/clock/Clock.tsx';
import { useNow } from '../../kit/live.ts';
import { hm, local, shortTime } from '../../kit/time.ts';
import type { ClockView, OrderDetail } from '../../kit/views.ts';
import { useVocabulary } from '../data.ts';
import { useKeys } from '../shell/keys.ts';

/** More than this many met clocks fold into one line, but for the last few. */
const SEVERAL = 6;
const FEW = 2;

const keyOf = (clock: ClockView): string => `${clock.id} ${clock.requestId ?? 0} ${clock.run}`;

const RANK: Record<ClockView['state'], number> = {
  late: 0,
  warned: 0,
  running: 0,
  paused: 0,
  'waiting-calendar': 1,
  met: -1,
  'met-late': -1,
  cancelled: 2,
};

/** May be done, need not: an ask that is open until a limit, a clock without a limit. Said quietly, at the end. */
const optional = (clock: ClockView): boolean =>
  clock.section === 'approvals' || (clock.limit === 'none' && clock.stoppedAt === null);

/** As it happened: stopped ones by when they stopped, then what runs by due, then what counts no more. */
function inOrder(clocks: ClockView[]): ClockView[] {
  return [...clocks].sort(
    (a, b) =>
      Number(optional(a)) - Number(optional(b)) ||
      RANK[a.state] - RANK[b.state] ||
      (RANK[a.state] === -1
        ? Date.parse(a.stoppedAt ?? a.startAt) - Date.parse(b.stoppedAt ?? b.startAt)
        : Date.parse(a.dueAt ?? '9999-01-01') - Date.parse(b.dueAt ?? '9999-01-01')),
  );
}

export function Clocks({ order, addFacts }: { order: OrderDetail; addFacts: (() => void) | undefined }): ReactNode {
  const { t } = useTranslation();
  const [open, setOpen] = useState<string | null>(null);
  const [all, setAll] = useState(false);
  const clocks = inOrder(order.clocks);
  const kept = clocks.filter((clock) => clock.state === 'met' && !optional(clock));
  // Much that was done in time stands before what is to be done: one line for it.
  const folded = !all && kept.length > SEVERAL && kept.length < clocks.length ? new Set(kept.slice(0, -FEW)) : null;
  const runs = (clock: ClockView): boolean => clock.stoppedAt === null && clock.state !== 'cancelled';
  const running = clocks.filter((clock) => runs(clock) && !optional(clock)).length;
  const stopped = clocks.filter((clock) => !runs(clock)).length;
  // Callers whose reports were merged share the clocks of the order, and keep those of their own requests.
  const shared = clocks.filter((clock) => clock.on === 'order');
  const own = clocks.filter((clock) => clock.on === 'request');
  const groups = [
    { on: 'order', name: own.length > 0 ? t('order.onOrder') : null, clocks: shared },
    { on: 'request', name: t('order.onRequest'), clocks: own },
  ].filter((group) => group.clocks.length > 0);
  const first = clocks.find(runs) ?? clocks[0];
  useKeys({ '.': () => setOpen(open === null && first !== undefined ? keyOf(first) : null) });
  return (
    <section className="section" aria-labelledby="clocks-title">
      <div className="section-head">
        <h2 id="clocks-title">{t('order.clocks')}</h2>
        <span className="small quiet">
          {clocks.length === 0 ? t('order.clockNone') : t('order.clockCount', { running, stopped })}
        </span>
      </div>
      {folded !== null && (
        <button type="button" className="clock-fold" aria-expanded={false} onClick={() => setAll(true)}>
          <span className="clock-words met">
            <Shape tone="met" />
            {t('order.keptCount', { n: folded.size })}
          </span>
          <span className="small quiet clip grow">{[...folded].map((clock) => clock.name).join(t('order.comma'))}</span>
          <span className="link small">{t('order.showAll')}</span>
        </button>
      )}
      {groups.map(({ on, name, clocks: own }) => (
        <div key={on} className="clock-group" data-on={on}>
          {name !== null && <h3 className="small quiet">{name}</h3>}
          <ul>
            {own.map((clock) => (
              <ClockRow
                key={keyOf(clock)}
                folded={folded?.has(clock) === true}
                clock={clock}
                who={
                  clock.on === 'request' && order.requests.length > 1
                    ? (order.requests.find((one) => one.id === clock.requestId)?.reporter ?? null)
                    : null
                }
                open={open === keyOf(clock)}
                toggle={() => setOpen(open === keyOf(clock) ? null : keyOf(clock))}
                addFacts={addFacts}
                rulebook={order.pack.hash}
              />
            ))}
          </ul>
        </div>
      ))}
    </section>
  );
}

interface RowProps {
  clock: ClockView;
  who?: string | null;
  /** Not on the screen, on paper all the same. */
  folded?: boolean;
  open: boolean;
  toggle: () => void;
  addFacts?: (() => void) | undefined;
  /** Hash of the rulebook it runs under. */
  rulebook: string;
}

export function ClockRow({ clock, who, folded = false, open, toggle, addFacts, rulebook }: RowProps): ReactNode {
  const { t } = useTranslation();
  const days = t('clock.days', { returnObjects: true });
  const now = useNow(60_000);
  const mayAsk = clock.section === 'approvals' && (clock.state === 'running' || clock.state === 'warned');
  return (
    <li className={folded ? 'folded' : undefined}>
      <button
        type="button"
        className={`clock-row ${optional(clock) ? 'optional' : ''}`}
        aria-expanded={open}
        title={t('order.expand', { name: clock.name })}
        onClick={toggle}
      >
        <span className="name clip">
          {clock.name}
          {clock.run > 1 && <span className="quiet small"> {t('order.run', { n: clock.run })}</span>}
          {who != null && <span className="quiet small"> {who}</span>}
          {clock.withdrawnAt !== null && <span className="quiet small"> {t('order.wasLate')}</span>}
        </span>
        {mayAsk ? (
          <span className="clock-words none">
            <Shape tone="none" />
            {t('order.mayAsk')}
          </span>
        ) : (
          <ClockWords clock={clock} />
        )}
        {mayAsk || (clock.dueAt === null && clock.state !== 'paused') ? <span /> : <ClockBar clock={clock} />}
        <span className="dates">
          <span className="quiet" title={local(clock.startAt).format('YYYY-MM-DD HH:mm:ss')}>
            {local(clock.startAt).isSame(local(now), 'day') ? hm(clock.startAt) : local(clock.startAt).format('MM-DD')}
          </span>
          <span className="arrow" aria-hidden="true">
            →
          </span>
          <b className="clip">
            {clock.dueAt === null
              ? clock.state === 'paused' && clock.limit !== 'none'
                ? t('order.afterPause')
                : t('order.neverLate')
              : shortTime(clock.dueAt, now, days)}
          </b>
        </span>
        <span className="small muted clip" title={clock.limitText}>
          {clock.limitText}
        </span>
        <span className="small clip" style={{ color: 'var(--water)' }} title={clock.quote}>
          {clock.article}
        </span>
        <svg className="chevron" viewBox="0 0 12 12" aria-hidden="true">
          <path d={open ? 'M2 8l4-4 4 4' : 'M2 4l4 4 4-4'} fill="none" stroke="var(--ink3)" strokeWidth="1.5" />
        </svg>
      </button>
      {open && <Why clock={clock} addFacts={addFacts} rulebook={rulebook} />}
    </li>
  );
}

const recordedLater = ({ withdrawnAt, breachedAt, breachRecordedAt }: ClockView): boolean =>
  withdrawnAt === null &&
  breachedAt !== null &&
  breachRecordedAt !== null &&
  Date.parse(breachRecordedAt) - Date.parse(breachedAt) >= 60_000;

/** 起算 · 规则 · 日历 · 暂停 · 到期, with the words of the article. */
function Why({ clock, addFacts, rulebook }: Pick<RowProps, 'clock' | 'addFacts' | 'rulebook'>): ReactNode {
  const { t } = useTranslation();
  const facts = useVocabulary().data?.facts ?? [];
  const now = useNow(60_000);
  const days = t('clock.days', { returnObjects: true });
  const at = (instant: string): string => shortTime(instant, now, days);
  const assumed = t('order.assumedKeys', { returnObjects: true }) as Record<string, string>;
  // The last is its own: those before it head the list it stands in.
  const clause = clock.clauses.at(-1);
  const quoted = clock.why.some((line) => line.detail.includes(clock.quote.slice(0, 12)));
  return (
    <div className="why">
      {clock.dueAt !== null || clock.state === 'paused' ? <ClockPanel clock={clock} /> : null}
      <dl>
        {clock.why.map((line, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: lines have no identity of their own
          <div key={index} style={{ display: 'contents' }}>
            <dt>{line.label}</dt>
            <dd className={line.detail === '' ? 'all' : ''}>
              {line.detail === '' && /[。.]$/.test(line.value) ? line.value : <b>{line.value}</b>}
            </dd>
            {line.detail !== '' && <dd className="detail">{line.detail}</dd>}
          </div>
        ))}
      </dl>
      {!quoted && clock.quote !== '' && (
        <blockquote>
          {clock.article}：“{clock.quote}”
        </blockquote>
      )}
      <div className="small muted" style={{ marginTop: 8, display: 'grid', gap: 2 }}>
        <span>
          <Link
            to="/rulebook/browse"
            search={{
              pack: rulebook,
              ...(clause === undefined ? { entry: `${clock.section}.${clock.id.split('/')[0]}` } : { clause }),
            }}
          >
            {t('reading.seeInText', { article: clock.article })}
          </Link>
        </span>
        {clock.departmentName !== null && <span>{t('order.held', { name: clock.departmentName })}</span>}
        {clock.asks.length > 0 && (
          <span style={{ color: 'var(--warn-text)' }}>
            {t('order.asks', {
              what: clock.asks.map((id) => facts.find((fact) => fact.id === id)?.name ?? id).join('、'),
            })}{' '}
            {addFacts !== undefined && (
              <button type="button" className="link" onClick={addFacts}>
                {t('order.addFacts')}
              </button>
            )}
          </span>
        )}
        {clock.assumed.length > 0 && (
          <span>{t('order.assumed', { what: clock.assumed.map((key) => assumed[key] ?? key).join('、') })}</span>
        )}
        {clock.reading !== undefined &&
          !clock.why.some((line) => line.value === clock.reading || line.detail === clock.reading) && (
            <span>{clock.reading}</span>
          )}
        {clock.withdrawnAt !== null && clock.breachedAt !== null && (
          <span>{t('order.withdrawn', { at: at(clock.breachedAt) })}</span>
        )}
        {recordedLater(clock) && clock.breachedAt !== null && clock.breachRecordedAt !== null && (
          <span>{t('order.recordedLate', { at: at(clock.breachedAt), recorded: at(clock.breachRecordedAt) })}</span>
        )}
      </div>
    </div>
  );
}
