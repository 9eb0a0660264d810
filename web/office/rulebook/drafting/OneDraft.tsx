/** One draft: where it stands, what it changes and for how many orders, its entries to be changed, and the decision. */
import { Input, Skeleton } from 'antd';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNow } from '../../../kit/live.ts';
import { shortTime } from '../../../kit/time.ts';
import { LoadFailed } from '../../shell/Fallbacks.tsx';
import { Decision } from './Decision.tsx';
import { Differences } from './Differences.tsx';
import { bookName, type Draft, useDraft, useEffects } from './data.ts';
import { EntryEditor } from './EntryEditor.tsx';
import { FileEditor } from './FileEditor.tsx';

export function OneDraft({ id }: { id: number }): ReactNode {
  const { t } = useTranslation();
  const draft = useDraft(id);
  if (draft.error !== null && draft.data === undefined)
    return <LoadFailed error={draft.error} again={() => void draft.refetch()} />;
  if (draft.data === undefined) return <Skeleton active={false} paragraph={{ rows: 8 }} />;
  const one = draft.data;
  const open = one.state === 'drafting' || one.state === 'returned';
  return (
    <>
      <Head draft={one} />
      <Decision draft={one} />
      <Changes draft={one} />
      {open && <Entries draft={one} />}
      {open && <Files key={one.revision} draft={one} />}
      <p>
        <a className="link" href={`/api/regulations/drafts/${one.id}/files`} download>
          {t('drafting.export')}
        </a>
      </p>
    </>
  );
}

function Head({ draft }: { draft: Draft }): ReactNode {
  const { t } = useTranslation();
  const now = useNow(60_000);
  const days = t('clock.days', { returnObjects: true });
  const { submittedBy, submittedAt, decidedBy, decidedAt, state } = draft;
  return (
    <div className="story">
      <h1>{draft.title}</h1>
      <p className="row muted">
        <b className="strong">{bookName(draft)}</b>
        <span>{t('drafting.basedOn', { book: bookName(draft.base) })}</span>
        <span className={state === 'submitted' ? 'badge' : ''}>{t(`drafting.states.${state}`)}</span>
      </p>
      <p className="small muted">
        {t('drafting.authored', { name: draft.author })}
        {' · '}
        {t('drafting.changedBy', { name: draft.changedBy, at: shortTime(draft.changedAt, now, days) })}
      </p>
      {submittedBy !== null && submittedAt !== null && (
        <p className="small muted">
          {t('drafting.submittedBy', {
            name: submittedBy,
            at: shortTime(submittedAt, now, days),
            reason: draft.reason,
          })}
        </p>
      )}
      {decidedBy !== null && decidedAt !== null && (
        <p className="small">
          {t(state === 'approved' ? 'drafting.approvedBy' : 'drafting.returnedBy', {
            name: decidedBy,
            at: shortTime(decidedAt, now, days),
            day: draft.fromDay,
            note: draft.note,
          })}
        </p>
      )}
    </div>
  );
}

function Changes({ draft }: { draft: Draft }): ReactNode {
  const { t } = useTranslation();
  const effects = useEffects(draft);
  const data = effects.data?.revision === draft.revision ? effects.data : undefined;
  return (
    <section aria-labelledby="draft-changes">
      <div className="row">
        <h2 id="draft-changes" className="grow">
          {t('drafting.differ', { n: draft.differences.length })}
        </h2>
        <span className="small muted" aria-live="polite">
          {data?.text ?? (effects.isFetching ? t('drafting.counting') : '')}
        </span>
      </div>
      <Differences sections={draft.sections} differences={draft.differences} effects={data} />
    </section>
  );
}

const SHOWN = 60;

function Entries({ draft }: { draft: Draft }): ReactNode {
  const { t } = useTranslation();
  const [find, setFind] = useState('');
  const [open, setOpen] = useState<string | null>(null);
  const typed = find.trim().toLowerCase();
  const found = draft.entries.filter((one) =>
    typed === ''
      ? one.changed
      : `${one.name} ${one.entry} ${one.article} ${one.sectionName}`.toLowerCase().includes(typed),
  );
  return (
    <section aria-labelledby="draft-entries">
      <div className="row">
        <h2 id="draft-entries" className="grow">
          {t('drafting.entries')}
        </h2>
        <Input
          style={{ width: 280 }}
          allowClear
          aria-label={t('drafting.findEntry')}
          placeholder={t('drafting.findEntry')}
          value={find}
          onChange={(event) => setFind(event.target.value)}
        />
      </div>
      {found.length === 0 && (
        <p className="quiet small">{t(typed === '' ? 'drafting.typeToFind' : 'drafting.noEntry')}</p>
      )}
      <ul className="draft-entries">
        {found.slice(0, SHOWN).map((one) => {
          const key = `${one.section}.${one.entry}`;
          return (
            <li key={key}>
              <button
                type="button"
                className="draft-entry"
                aria-expanded={open === key}
                onClick={() => setOpen(open === key ? null : key)}
              >
                <span className="small muted draft-section">{one.sectionName}</span>
                <b className="clip">{one.name}</b>
                <span className="small muted clip">{one.article}</span>
                <span className="small">{one.changed ? t('drafting.changed') : ''}</span>
              </button>
              {open === key && <EntryEditor draft={draft} section={one.section} entry={one.entry} />}
            </li>
          );
        })}
      </ul>
      {found.length > SHOWN && <p className="quiet small">{t('drafting.more', { n: found.length - SHOWN })}</p>}
    </section>
  );
}

function Files({ draft }: { draft: Draft }): ReactNode {
  const { t } = useTranslation();
  return (
    <details className="draft-files">
      <summary>{t('drafting.files', { n: draft.files.length })}</summary>
      <p className="muted small help">{t('drafting.filesHelp')}</p>
      {draft.files.map((file) => (
        <FileEditor key={file.path} draft={draft} file={file} />
      ))}
    </details>
  );
}
