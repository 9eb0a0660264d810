/** 工单要素, ticked or missing as the call is written. */
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Element } from '../../kit/views.ts';
import { checkable, type Draft } from './draft.ts';

/** Which input holds which element of the rulebook's form. */
export const INPUT: Record<string, string> = {
  channel: 'channel',
  event: 'event',
  address: 'place',
  place: 'place',
  reporter: 'reporter',
  phone: 'phone',
  mobile: 'phone',
  content: 'content',
  'contact-time': 'contactTimes',
  received: 'receivedAt',
};
/** Settled by routing and the clocks, or at dispatch: nothing to type here. */
const SETTLED = new Set(['department', 'limit']);

export const inputOf = (element: string): string | null =>
  SETTLED.has(element) ? null : (INPUT[element] ?? `extra-${element}`);

export function Elements({
  answer,
  draft,
}: {
  answer: { elements: Element[]; ready: boolean } | undefined;
  draft: Draft;
}): ReactNode {
  const { t } = useTranslation();
  const elements = checkable(draft) ? (answer?.elements ?? []) : [];
  return (
    <>
      <div className="left-head">
        <h1 id="elements-title">{t('intake.elements')}</h1>
        <span className="grow" />
        {elements.length > 0 && (
          <span className="small quiet">
            {elements.filter((one) => one.ok).length} / {elements.length}
          </span>
        )}
      </div>
      <p className="small quiet" style={{ padding: '0 16px 8px', borderBottom: '1px solid var(--line2)' }}>
        {elements.length === 0 ? t('intake.elementsNone') : t('intake.elementsHelp')}
      </p>
      <ul className="queue" aria-live="polite">
        {elements.map((one) => {
          const input = inputOf(one.id);
          return (
            <li key={one.id}>
              <button
                type="button"
                className={`element ${one.ok ? 'ok' : 'missing'}`}
                title={one.quote ?? undefined}
                onClick={() => {
                  if (input !== null) document.getElementById(input)?.focus();
                }}
              >
                <svg className="mark" viewBox="0 0 12 12" aria-hidden="true">
                  {one.ok ? (
                    <path d="M1.4 6.4 4.6 9.6 10.8 2.6" fill="none" stroke="currentColor" strokeWidth="2" />
                  ) : (
                    <circle
                      cx="6"
                      cy="6"
                      r="4.5"
                      fill="none"
                      stroke="currentColor"
                      strokeWidth="1.5"
                      strokeDasharray="2.4 2"
                    />
                  )}
                </svg>
                <span>
                  {one.name}
                  <span className="small quiet" style={{ display: 'block' }}>
                    {one.ok ? one.article : (one.message ?? one.article)}
                  </span>
                </span>
                <span className={`small ${one.ok ? 'quiet' : ''}`} style={one.ok ? {} : { color: 'var(--warn-text)' }}>
                  {one.ok ? t('intake.ok') : t('intake.missing')}
                </span>
              </button>
            </li>
          );
        })}
      </ul>
    </>
  );
}
