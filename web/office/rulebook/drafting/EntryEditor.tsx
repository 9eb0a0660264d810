/** One entry: its article and words beside what can be changed; nothing is kept that makes no sound rulebook. */
import { Input, Select, Skeleton } from 'antd';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { LoadFailed } from '../../shell/Fallbacks.tsx';
import { type Draft, type Entry, type Field, useDone, useEntry } from './data.ts';
import { Wrong } from './Wrong.tsx';

interface Props {
  draft: Draft;
  section: string;
  entry: string;
}

export function EntryEditor({ draft, section, entry }: Props): ReactNode {
  const found = useEntry(draft, section, entry);
  if (found.error !== null && found.data === undefined)
    return <LoadFailed error={found.error} again={() => void found.refetch()} />;
  if (found.data === undefined || found.data.section !== section || found.data.entry !== entry)
    return <Skeleton active={false} paragraph={{ rows: 3 }} />;
  return <Form key={draft.revision} draft={draft} entry={found.data} />;
}

const keyOf = ({ path }: Field): string => path.join('.');

function Form({ draft, entry }: { draft: Draft; entry: Entry }): ReactNode {
  const { t } = useTranslation();
  const [values, setValues] = useState<Record<string, string>>({});
  const save = useDone<{ revision: number; edits: unknown[] }>(
    'PUT',
    () => `/api/regulations/drafts/${draft.id}/edits`,
  );
  const changed = entry.fields.filter((field) => {
    const value = values[keyOf(field)];
    return value !== undefined && value !== field.value;
  });
  const id = (field: Field): string => `edit-${entry.section}-${entry.entry}-${keyOf(field)}`;
  return (
    <form
      className="draft-edit"
      onSubmit={(event) => {
        event.preventDefault();
        if (changed.length === 0 || save.isPending) return;
        const { section, entry: name } = entry;
        const edits = changed.map((field) => ({ section, entry: name, path: field.path, value: values[keyOf(field)] }));
        save.mutate({ revision: draft.revision, edits });
      }}
    >
      <aside>
        <p className="article">{entry.article}</p>
        <blockquote>“{entry.quote}”</blockquote>
        {entry.reading !== null && <p className="small muted">{t('drafting.reading', { text: entry.reading })}</p>}
        <p className="small quiet">
          {entry.file}:{entry.line}
        </p>
        {entry.inherited && <p className="small quiet">{t('drafting.inherited')}</p>}
      </aside>
      <div className="draft-values">
        {entry.fields.map((field) => (
          <div key={keyOf(field)} className="draft-value">
            <label htmlFor={id(field)}>
              {field.name}
              {field.condition !== '' && <span className="small muted"> {field.condition}</span>}
            </label>
            <Value
              id={id(field)}
              field={field}
              value={values[keyOf(field)] ?? field.value}
              change={(value) => setValues({ ...values, [keyOf(field)]: value })}
            />
          </div>
        ))}
        <div className="row">
          <button type="submit" className="btn primary" disabled={changed.length === 0 || save.isPending}>
            {t('drafting.save', { n: changed.length })}
          </button>
          {changed.length > 0 && (
            <button type="button" className="btn" onClick={() => setValues({})}>
              {t('drafting.undo')}
            </button>
          )}
        </div>
        <Wrong error={save.error} />
      </div>
    </form>
  );
}

interface ValueProps {
  id: string;
  field: Field;
  value: string;
  change: (value: string) => void;
}

function Value({ id, field, value, change }: ValueProps): ReactNode {
  const { t } = useTranslation();
  if (field.kind === 'yes-no')
    return (
      <Select
        id={id}
        style={{ width: 120 }}
        value={value}
        onChange={change}
        options={['true', 'false'].map((one) => ({
          value: one,
          label: t(one === 'true' ? 'drafting.yes' : 'drafting.no'),
        }))}
      />
    );
  if (field.kind === 'long')
    return (
      <Input.TextArea
        id={id}
        autoSize={{ minRows: 1, maxRows: 10 }}
        value={value}
        onChange={(e) => change(e.target.value)}
      />
    );
  return (
    <Input
      id={id}
      style={{ maxWidth: field.kind === 'limit' ? 160 : 480 }}
      value={value}
      onChange={(event) => change(event.target.value)}
    />
  );
}
