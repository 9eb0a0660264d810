/** What would change, or has changed: in words, in totals, rule by rule, order by order. */
import { Link } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Shape } from '../../kit/clock/Clock.tsx';
import { local, span } from '../../kit/time.ts';
import type { Preview } from './data.ts';

type Rule = Preview['rules'][number];
const keyOf = ({ kind, clock, article, from, to }: Rule): string => [kind, clock, article, from, to].join('|');

export function Rules({
  rules,
  chosen,
  choose,
}: {
  rules: Rule[];
  chosen?: Rule | null;
  choose?: (rule: Rule | null) => void;
}): ReactNode {
  const { t } = useTranslation();
  const said = (rule: Rule): string => {
    const { kind, from, to } = rule;
    const words = { from: from ?? '', to: to ?? '' };
    if (kind === 'added') return t('redating.added', words);
    if (kind === 'removed') return t('redating.removed', words);
    return from === to ? t('redating.same', words) : t('redating.moved', words);
  };
  if (rules.length === 0) return <p className="quiet">{t('redating.rulesNone')}</p>;
  return (
    <table className="table numbers">
      <thead>
        <tr>
          <th scope="col">{t('redating.rule')}</th>
          <th scope="col">{t('redating.change')}</th>
          <th scope="col">{t('redating.article')}</th>
          <th scope="col" className="end">
            {t('redating.ruleOrders')}
          </th>
          <th scope="col" className="end">
            {t('redating.ruleLate')}
          </th>
          <th scope="col" className="end">
            {t('redating.ruleWithdrawn')}
          </th>
        </tr>
      </thead>
      <tbody>
        {rules.map((rule) => {
          const on = chosen != null && keyOf(chosen) === keyOf(rule);
          return (
            <tr key={keyOf(rule)} className={on ? 'chosen' : ''} title={rule.text}>
              <td>
                <b>{rule.name}</b>
              </td>
              <td>{said(rule)}</td>
              <td className="muted">{rule.article}</td>
              <td className="end">
                {choose === undefined ? (
                  rule.orders
                ) : (
                  <button
                    type="button"
                    className="link"
                    aria-pressed={on}
                    aria-label={`${rule.orders} ${t('redating.showOrders')} ${rule.name}`}
                    onClick={() => choose(on ? null : rule)}
                  >
                    {rule.orders}
                  </button>
                )}
              </td>
              <td className={`end ${rule.late > 0 ? 'late-text' : 'quiet'}`}>{rule.late}</td>
              <td className={`end ${rule.withdrawn > 0 ? '' : 'quiet'}`}>{rule.withdrawn}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

export function Diff({ preview }: { preview: Preview }): ReactNode {
  const { t } = useTranslation();
  const [chosen, setChosen] = useState<Rule | null>(null);
  return (
    <>
      <p className="lead">{preview.text}</p>
      <section aria-labelledby="diff-rules">
        <h2 id="diff-rules">{t('redating.rules')}</h2>
        <Rules rules={preview.rules} chosen={chosen} choose={setChosen} />
      </section>
      <Orders preview={preview} of={chosen} all={() => setChosen(null)} />
    </>
  );
}

function Orders({ preview, of, all }: { preview: Preview; of: Rule | null; all: () => void }): ReactNode {
  const { t } = useTranslation();
  const lines = preview.orders.flatMap(({ id, number, changes }) =>
    changes
      .filter(({ clock, kind }) => of === null || (clock === of.clock && kind === of.kind))
      .map((change, index) => ({ id, number, change, first: index === 0 })),
  );
  const shown = new Set(lines.map(({ id }) => id)).size;
  return (
    <section aria-labelledby="diff-orders">
      <div className="row">
        <h2 id="diff-orders">{of === null ? t('redating.orders') : t('redating.ordersOf', { name: of.name })}</h2>
        {preview.orders.length < preview.totals.changed && (
          <span className="small quiet">{t('redating.ordersFirst', { n: shown })}</span>
        )}
        {of !== null && (
          <button type="button" className="link small" onClick={all}>
            {t('redating.allOrders')}
          </button>
        )}
      </div>
      {lines.length === 0 ? (
        <p className="quiet">{t('redating.ordersNone')}</p>
      ) : (
        <table className="table numbers">
          <thead>
            <tr>
              <th scope="col">{t('redating.order')}</th>
              <th scope="col">{t('redating.rule')}</th>
              <th scope="col" className="end">
                {t('redating.before')}
              </th>
              <th scope="col" className="end">
                {t('redating.after')}
              </th>
              <th scope="col" className="end">
                {t('redating.difference')}
              </th>
              <th scope="col">{t('redating.outcome')}</th>
            </tr>
          </thead>
          <tbody>
            {lines.map(({ id, number, change, first }) => (
              <tr key={`${id}/${change.kind}/${change.clock}/${change.requestId}/${change.fromDue}/${change.toDue}`}>
                <td>
                  {first && (
                    <Link to="/orders/$orderId" params={{ orderId: String(id) }}>
                      {number}
                    </Link>
                  )}
                </td>
                <td>{change.name}</td>
                <td className="end muted">
                  <Due at={change.fromDue} />
                </td>
                <td className="end">
                  <Due at={change.toDue} />
                </td>
                <td className="end muted">
                  <Difference from={change.fromDue} to={change.toDue} />
                </td>
                <td>
                  <Outcome verdict={change.verdict} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

function Due({ at }: { at: string | null }): ReactNode {
  const { t } = useTranslation();
  if (at === null) return <span className="quiet">{t('redating.noDue')}</span>;
  return <time dateTime={at}>{local(at).format('YYYY-MM-DD HH:mm')}</time>;
}

function Difference({ from, to }: { from: string | null; to: string | null }): ReactNode {
  const { t } = useTranslation();
  const units = t('clock.units', { returnObjects: true });
  if (from === null || to === null || from === to) return null;
  const by = Date.parse(to) - Date.parse(from);
  return t(by < 0 ? 'redating.earlier' : 'redating.later', { length: span(Math.abs(by), units) });
}

function Outcome({ verdict }: { verdict: string | null }): ReactNode {
  const { t } = useTranslation();
  if (verdict === 'breached')
    return (
      <span className="clock-words late">
        <Shape tone="late" />
        {t('redating.newlyLate')}
      </span>
    );
  if (verdict === 'withdrawn')
    return (
      <span className="clock-words met">
        <Shape tone="met" />
        {t('redating.noLongerLate')}
      </span>
    );
  return null;
}
