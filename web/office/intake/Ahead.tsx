/** What the rulebook would start, and what this caller told before. */
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { usePreview } from '../data.ts';
import { PreviewClocks } from '../rulebook/PreviewClocks.tsx';
import { checkable, type Draft } from './draft.ts';
import { Earlier } from './Earlier.tsx';

export function Ahead({ draft, children }: { draft: Draft; children?: ReactNode }): ReactNode {
  const { t } = useTranslation();
  const preview = usePreview({
    event: draft.event,
    channel: draft.channel,
    facts: { ...draft.facts, ...(draft.urgent ? { urgent: true } : {}) },
    ...(draft.receivedAt === undefined ? {} : { receivedAt: draft.receivedAt }),
  });
  return (
    <aside className="right" aria-label={t('side.label')}>
      {children}
      <section aria-labelledby="preview-title">
        <h2 id="preview-title">{t('intake.preview')}</h2>
        {!checkable(draft) ? (
          <p className="quiet small">{t('intake.previewNone')}</p>
        ) : (
          <PreviewClocks clocks={preview.data} empty={t('intake.previewEmpty')} />
        )}
      </section>
      <Earlier draft={draft} />
    </aside>
  );
}
