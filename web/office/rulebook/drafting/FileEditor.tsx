/** A file of the draft as it is written: for what no field stands for. */
import { Input } from 'antd';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Draft, useDone } from './data.ts';
import { Wrong } from './Wrong.tsx';

export function FileEditor({ draft, file }: { draft: Draft; file: Draft['files'][number] }): ReactNode {
  const { t } = useTranslation();
  const [text, setText] = useState(file.text);
  const save = useDone<{ revision: number; edits: unknown[] }>(
    'PUT',
    () => `/api/regulations/drafts/${draft.id}/edits`,
  );
  return (
    <details>
      <summary>{file.path}</summary>
      <Input.TextArea
        className="draft-yaml"
        aria-label={file.path}
        spellCheck={false}
        autoSize={{ minRows: 8, maxRows: 28 }}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <div className="row">
        <button
          type="button"
          className="btn"
          disabled={text === file.text || save.isPending}
          onClick={() => save.mutate({ revision: draft.revision, edits: [{ file: file.path, text }] })}
        >
          {t('drafting.saveFile')}
        </button>
        {text !== file.text && (
          <button type="button" className="btn low" onClick={() => setText(file.text)}>
            {t('drafting.undo')}
          </button>
        )}
      </div>
      <Wrong error={save.error} />
    </details>
  );
}
