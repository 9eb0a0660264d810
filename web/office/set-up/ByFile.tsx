/** A table instead of a form: template, trial, errors by row, import. */
import { useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../../kit/client.ts';
import { type Import, useImport, useStep } from '../imports/data.ts';
import { OneImport } from '../imports/OneImport.tsx';
import { useProblemText } from '../shell/Fallbacks.tsx';
import '../style/imports.css';

export function ByFile({ kind }: { kind: 'units' | 'districts' | 'staff' }): ReactNode {
  const { t } = useTranslation();
  const say = useProblemText();
  const input = useRef<HTMLInputElement>(null);
  const [importId, setImportId] = useState<string | null>(null);
  const send = useStep((file: File) =>
    call<Import>('POST', '/api/imports', {
      raw: file,
      query: { name: file.name, kind },
      headers: { 'Content-Type': 'application/octet-stream' },
    }),
  );
  return (
    <section className="set-up-file" aria-label={t('setUp.file.title')}>
      <div className="row">
        <button type="button" className="btn" disabled={send.isPending} onClick={() => input.current?.click()}>
          {t('setUp.file.choose')}
        </button>
        <a className="link" href={`/api/imports/kinds/${kind}/template`} download>
          {t('setUp.file.template')}
        </a>
        <span className="small quiet">{t('setUp.file.hint')}</span>
      </div>
      <input
        ref={input}
        type="file"
        hidden
        accept=".xlsx,.xlsm,.csv,.tsv,.txt"
        aria-label={t('setUp.file.choose')}
        onChange={(event) => {
          const file = event.target.files?.[0];
          if (file) send.mutate(file, { onSuccess: (one) => setImportId(one.importId) });
          event.target.value = '';
        }}
      />
      <div role="alert">{send.error !== null && <p className="late-text">{say(send.error)}</p>}</div>
      {importId !== null && <Run key={importId} id={importId} />}
    </section>
  );
}

function Run({ id }: { id: string }): ReactNode {
  const client = useQueryClient();
  const { data } = useImport(id);
  const done = data?.state === 'done';
  useEffect(() => {
    if (done) void client.invalidateQueries({ queryKey: ['set-up'] });
  }, [done, client]);
  return (
    <div className="set-up-import imports-one">
      <OneImport id={id} />
    </div>
  );
}
