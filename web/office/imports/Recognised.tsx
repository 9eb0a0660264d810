/** What the file was taken for, and the hand that corrects it; every change is kept at once. */
import { Input, Select } from 'antd';
import { type ReactNode, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../../kit/client.ts';
import { useProblemText } from '../shell/Fallbacks.tsx';
import { type Import, type Kind, useStep } from './data.ts';

const UNREAD = -1;
const SAMPLES = 3;

interface Correction {
  kind?: string;
  sheet?: string;
  headerLine?: number;
  columns?: Record<string, number>;
  options?: Record<string, string>;
}

const letter = (column: number): string =>
  (column >= 26 ? letter(Math.floor(column / 26) - 1) : '') + String.fromCharCode(65 + (column % 26));

export function Recognised({ one, kinds, kind }: { one: Import; kinds: Kind[]; kind: Kind }): ReactNode {
  const { t } = useTranslation();
  const say = useProblemText();
  const { setup } = one;
  const correct = useStep((body: Correction) => call<Import>('PUT', `/api/imports/${one.importId}/setup`, { body }));
  const place = { ...(setup.headerLine === null ? {} : { headerLine: setup.headerLine }), columns: setup.columns };
  const names = setup.missing.map((id) => kind.columns.find((column) => column.id === id)?.name ?? id).join('、');
  return (
    <div className="imports-setup" aria-busy={correct.isPending}>
      <h3>{t('imports.recognised')}</h3>
      <div className="imports-fields">
        <Field label={t('imports.what')}>
          {(id) => (
            <Select
              id={id}
              value={one.kind}
              options={kinds.map(({ id: value, name }) => ({ value, label: name }))}
              onChange={(value) => correct.mutate({ kind: value })}
            />
          )}
        </Field>
        {setup.sheets.length > 1 && (
          <Field label={t('imports.sheet')}>
            {(id) => (
              <Select
                id={id}
                value={setup.sheet}
                options={setup.sheets.map((value) => ({ value, label: value }))}
                onChange={(value) => value !== null && correct.mutate({ sheet: value })}
              />
            )}
          </Field>
        )}
        <Field label={t('imports.header')} wide>
          {(id) => (
            <Select
              id={id}
              value={setup.headerLine}
              placeholder={t('imports.noHeader')}
              options={setup.head.map(({ line, cells }) => ({
                value: line,
                label: t('imports.headerLine', { line, cells: cells.filter(Boolean).slice(0, 8).join('、') }),
              }))}
              onChange={(value) => value !== null && correct.mutate({ headerLine: value })}
            />
          )}
        </Field>
        {Object.keys(kind.options).map((option) => (
          <Option
            key={option}
            name={option}
            value={setup.options[option] ?? kind.options[option] ?? ''}
            change={(value) => correct.mutate({ ...place, options: { [option]: value } })}
          />
        ))}
        <div className="field">
          <span className="small muted">{t('imports.format')}</span>
          <div>
            {setup.format?.toUpperCase()} {setup.encoding?.toUpperCase()}
          </div>
        </div>
      </div>
      <div role="status">
        {names !== '' && <p className="late-text">{t('imports.missing', { names })}</p>}
        {correct.error !== null && <p className="late-text">{say(correct.error)}</p>}
      </div>
      <Columns one={one} kind={kind} change={(columns) => correct.mutate({ ...place, columns })} />
    </div>
  );
}

function Field({
  label,
  wide,
  children,
}: {
  label: string;
  wide?: boolean;
  children: (id: string) => ReactNode;
}): ReactNode {
  const id = useId();
  return (
    <div className={`field ${wide === true ? 'wide' : ''}`}>
      <label className="small muted" htmlFor={id}>
        {label}
      </label>
      {children(id)}
    </div>
  );
}

function Option({ name, value, change }: { name: string; value: string; change: (value: string) => void }): ReactNode {
  const { t } = useTranslation();
  const [text, setText] = useState(value);
  return (
    <Field label={name === 'channel' ? t('imports.channel') : t('imports.source')}>
      {(id) => (
        <Input
          id={id}
          value={text}
          maxLength={100}
          onChange={(event) => setText(event.target.value)}
          onBlur={() => text.trim() !== '' && text !== value && change(text.trim())}
        />
      )}
    </Field>
  );
}

function Columns({
  one,
  kind,
  change,
}: {
  one: Import;
  kind: Kind;
  change: (columns: Record<string, number>) => void;
}): ReactNode {
  const { t } = useTranslation();
  const { setup } = one;
  const width = Math.max(setup.header.length, ...setup.head.map(({ cells }) => cells.length));
  const places = Array.from({ length: width }, (_, at) => ({
    value: at,
    label: `${letter(at)}  ${setup.header[at] ?? ''}`.trim(),
  }));
  const options = [{ value: UNREAD, label: t('imports.unread') }, ...places];
  const below = setup.head.filter(({ line }) => line > (setup.headerLine ?? 0)).slice(0, SAMPLES);
  const put = (id: string, at: number): void => {
    // a column of the file says one thing
    const rest = Object.entries(setup.columns).filter(([other, place]) => other !== id && place !== at);
    change(Object.fromEntries(at === UNREAD ? rest : [...rest, [id, at]]));
  };
  return (
    <table className="table" aria-label={t('imports.columns')}>
      <thead>
        <tr>
          <th scope="col" style={{ width: 150 }}>
            {t('imports.column')}
          </th>
          <th scope="col" style={{ width: 240 }}>
            {t('imports.inFile')}
          </th>
          <th scope="col">{t('imports.sample')}</th>
        </tr>
      </thead>
      <tbody>
        {kind.columns.map(({ id, name, needed }) => {
          const at = setup.columns[id];
          const samples = at === undefined ? [] : below.map(({ cells }) => cells[at] ?? '').filter(Boolean);
          return (
            <tr key={id}>
              <th scope="row" className="imports-item">
                {name}{' '}
                {needed && (
                  <span className={`small ${at === undefined ? 'late-text' : 'quiet'}`}>{t('imports.needed')}</span>
                )}
              </th>
              <td>
                <Select
                  aria-label={`${name} · ${t('imports.inFile')}`}
                  style={{ width: '100%' }}
                  value={at ?? UNREAD}
                  options={options}
                  onChange={(value) => put(id, value)}
                />
              </td>
              <td className="muted clip">{samples.join(' · ')}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
