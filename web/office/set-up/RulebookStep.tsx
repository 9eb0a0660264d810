/** 规章: one that comes with the platform, or a folder or zip of one's own; and which units it speaks of. */
import { Skeleton } from 'antd';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call, Problem } from '../../kit/client.ts';
import { LoadFailed, useProblemText } from '../shell/Fallbacks.tsx';
import { type Adoption, useAdoption, useSaying, useShipped, useUnits } from './data.ts';

interface Chosen {
  pack: string;
  version: string;
}

export function RulebookStep(): ReactNode {
  const { t } = useTranslation();
  const shipped = useShipped();
  const adoption = useAdoption();
  const choose = useSaying((body: Chosen) => call('PUT', '/api/regulations/adoption/base', { body }));
  // before it is kept
  const [clicked, setClicked] = useState<Chosen | null>(null);
  if (shipped.error !== null && shipped.data === undefined)
    return <LoadFailed error={shipped.error} again={() => void shipped.refetch()} />;
  if (shipped.data === undefined || adoption.data === undefined)
    return <Skeleton active={false} paragraph={{ rows: 4 }} />;
  const { base } = adoption.data;
  const shown = clicked ?? (base?.uploaded ? null : base);
  return (
    <>
      <div className="set-up-packs" role="radiogroup" aria-label={t('setUp.names.rulebook')}>
        {shipped.data.map((one) => {
          const chosen = shown?.pack === one.pack && shown.version === one.version;
          return (
            <label key={`${one.pack} ${one.version}`} className="set-up-pack">
              <input
                type="radio"
                name="pack"
                checked={chosen}
                disabled={choose.isPending}
                onChange={() => {
                  const chosenNow = { pack: one.pack, version: one.version };
                  setClicked(chosenNow);
                  choose.mutate(chosenNow, { onSettled: () => setClicked(null) });
                }}
              />
              <span>
                <b>{one.utility}</b> <span className="quiet">{one.version}</span>
                <br />
                <span className="small muted">
                  {t('setUp.rulebook.of', { entries: one.entries, clocks: one.clocks, open: one.open })}
                </span>
              </span>
            </label>
          );
        })}
      </div>
      <Upload uploaded={base?.uploaded ? `${base.utility} ${base.version}` : null} />
      {choose.error !== null && <Refused error={choose.error} />}
      {base !== null && <Units adoption={adoption.data} />}
    </>
  );
}

function Upload({ uploaded }: { uploaded: string | null }): ReactNode {
  const { t } = useTranslation();
  const send = useSaying(async (files: File[]) => {
    const [first] = files;
    if (files.length === 1 && first && /\.zip$/i.test(first.name)) {
      const headers = { 'Content-Type': 'application/zip' };
      return call('POST', '/api/regulations/adoption/zip', { raw: first, headers });
    }
    const texts = files
      .filter(({ name }) => /\.ya?ml$/i.test(name))
      .map(async (file) => ({ path: file.webkitRelativePath || file.name, text: await file.text() }));
    return call('PUT', '/api/regulations/adoption/base', { body: { files: await Promise.all(texts) } });
  });
  const pick = (name: string, folder: boolean): ReactNode => (
    <label className="btn pick">
      {name}
      <input
        className="hidden"
        type="file"
        aria-label={name}
        {...(folder ? { webkitdirectory: '' } : { accept: '.zip' })}
        onChange={(event) => {
          const files = [...(event.target.files ?? [])];
          if (files.length > 0) send.mutate(files);
          event.target.value = '';
        }}
      />
    </label>
  );
  return (
    <div className="set-up-file">
      <div className="row">
        <span className="muted">{t('setUp.rulebook.own')}</span>
        {pick(t('setUp.rulebook.folder'), true)}
        {pick(t('setUp.rulebook.zip'), false)}
        {uploaded !== null && <b>{t('setUp.rulebook.uploaded', { name: uploaded })}</b>}
      </div>
      {send.error !== null && <Refused error={send.error} />}
    </div>
  );
}

export function Refused({ error }: { error: Error }): ReactNode {
  const { t } = useTranslation();
  const say = useProblemText();
  const defects = error instanceof Problem && error.code === 'pack-has-errors' ? (error.body.fields ?? []) : [];
  return (
    <div className="notice bad" role="alert">
      {defects.length > 0 ? t('enact.errors', { n: defects.length }) : say(error)}
      {defects.length > 0 && (
        <ul className="small">
          {defects.map(({ path, message }) => (
            <li key={`${path} ${message}`}>
              {path} {message}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

function Units({ adoption }: { adoption: Adoption }): ReactNode {
  const { t } = useTranslation();
  const units = useUnits().data ?? [];
  const [all, setAll] = useState(false);
  const change = useSaying(({ id, organizationId }: { id: string; organizationId: string | null }) =>
    call('PUT', `/api/departments/${id}`, { body: { organizationId } }),
  );
  const of = (id: string) => units.find(({ organizationId }) => organizationId === id);
  const open = adoption.units.filter(({ id }) => of(id) === undefined);
  const shown = all ? adoption.units : open;
  return (
    <>
      <h3>{t('setUp.rulebook.units')}</h3>
      <p className="muted small">
        {t('setUp.rulebook.unitsHelp', { told: adoption.units.length - open.length, all: adoption.units.length })}{' '}
        <button type="button" className="link" aria-pressed={all} onClick={() => setAll(!all)}>
          {t(all ? 'setUp.rulebook.onlyOpen' : 'setUp.rulebook.showAll')}
        </button>
      </p>
      <table className="table">
        <tbody>
          {shown.map(({ id, name }) => (
            <tr key={id}>
              <td>{name}</td>
              <td>
                <select
                  aria-label={name}
                  value={of(id)?.id ?? ''}
                  onChange={(event) => {
                    const before = of(id);
                    if (event.target.value !== '') change.mutate({ id: event.target.value, organizationId: id });
                    else if (before) change.mutate({ id: before.id, organizationId: null });
                  }}
                >
                  <option value="">{t('setUp.rulebook.none')}</option>
                  {units.map((unit) => (
                    <option key={unit.id} value={unit.id}>
                      {unit.name}
                    </option>
                  ))}
                </select>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {change.error !== null && <Refused error={change.error} />}
    </>
  );
}
