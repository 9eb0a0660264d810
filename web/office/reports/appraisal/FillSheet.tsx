/** A sheet being filled in: each item looked at, or a value written down; kept once, then it stays. */
import { useNavigate } from '@tanstack/react-router';
import { App, Skeleton } from 'antd';
import { type FormEvent, type ReactNode, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call, newKey } from '../../../kit/client.ts';
import { useDepartments, useMe } from '../../data.ts';
import { TimeInput } from '../../parts/TimeInput.tsx';
import { LoadFailed, useProblemText } from '../../shell/Fallbacks.tsx';
import { type Sheet, type SheetItem, type SheetPart, useInspectionKept, useSheet } from './data.ts';

type Seen = 'yes' | 'no' | 'not-here';
const SEEN: readonly Seen[] = ['yes', 'no', 'not-here'];

interface Answer {
  seen: Record<string, Seen>;
  facts: Record<string, string>;
  note: string;
}
const NOTHING: Answer = { seen: {}, facts: {}, note: '' };

export function FillSheet({ kind }: { kind: string }): ReactNode {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const sheet = useSheet(kind);
  if (sheet.error !== null && sheet.data === undefined)
    return (
      <>
        <LoadFailed error={sheet.error} again={() => void sheet.refetch()} />
        <button type="button" className="link" onClick={() => void navigate({ to: '/reports/checks', search: {} })}>
          {t('checks.back')}
        </button>
      </>
    );
  if (sheet.data === undefined) return <Skeleton active={false} paragraph={{ rows: 10 }} />;
  return <Fill sheet={sheet.data} />;
}

function Fill({ sheet }: { sheet: Sheet }): ReactNode {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const problem = useProblemText();
  const navigate = useNavigate();
  const kept = useInspectionKept();
  const me = useMe().data;
  const own = me?.permissions['checks.keep'] === 'department' ? me.departmentId : null;
  const units = (useDepartments().data ?? []).filter(({ id }) => own === null || id === own);
  const [place, setPlace] = useState('');
  const [unit, setUnit] = useState(own ?? '');
  const [at, setAt] = useState<string | undefined>(() => new Date().toISOString());
  const [note, setNote] = useState('');
  const [answers, setAnswers] = useState<Record<string, Answer>>({});
  const [busy, setBusy] = useState(false);
  const key = useRef(newKey());
  const change = (id: string, next: Partial<Answer>): void =>
    setAnswers((before) => ({ ...before, [id]: { ...(before[id] ?? NOTHING), ...next } }));
  const keep = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setBusy(true);
    try {
      const { inspectionId } = await call<{ inspectionId: number }>('POST', '/api/inspections', {
        body: {
          kind: sheet.kind,
          packHash: sheet.pack.hash,
          place,
          departmentId: unit === '' ? null : unit,
          at,
          note,
          answers: Object.entries(answers).map(([checklist, answer]) => ({ checklist, ...answer })),
        },
        key: key.current,
      });
      kept();
      void message.success(t('checks.saved'));
      await navigate({ to: '/reports/checks', search: { id: inspectionId } });
    } catch (error) {
      key.current = newKey();
      void message.error(problem(error));
    } finally {
      setBusy(false);
    }
  };
  return (
    <form className="sheet" onSubmit={(event) => void keep(event)}>
      <h1>
        {t('checks.sheet')} · {sheet.name}
      </h1>
      <p className="muted">{t('metrics.rulebook', { name: sheet.pack.utility, version: sheet.pack.version })}</p>
      <div className="sheet-head">
        <label htmlFor="sheet-place">
          {t('checks.place')}
          <input
            id="sheet-place"
            className="input"
            required
            maxLength={200}
            placeholder={t('checks.placeHint')}
            value={place}
            onChange={({ target }) => setPlace(target.value)}
          />
        </label>
        <label htmlFor="sheet-unit">
          {t('checks.unit')}
          <select id="sheet-unit" className="input" value={unit} onChange={({ target }) => setUnit(target.value)}>
            {own === null && <option value="">{t('checks.noUnit')}</option>}
            {units.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        </label>
        <label htmlFor="sheet-at">
          {t('checks.at')}
          <TimeInput id="sheet-at" value={at} change={setAt} />
        </label>
      </div>
      {sheet.parts.map((part) => (
        <Part key={part.id} part={part} answer={answers[part.id] ?? NOTHING} change={(next) => change(part.id, next)} />
      ))}
      <label htmlFor="sheet-note" className="sheet-note">
        {t('checks.note')}
        <textarea
          id="sheet-note"
          className="input"
          rows={2}
          maxLength={2000}
          placeholder={t('checks.noteHint')}
          value={note}
          onChange={({ target }) => setNote(target.value)}
        />
      </label>
      <div className="sheet-foot">
        <button type="submit" className="btn primary" disabled={busy || at === undefined}>
          {t('checks.save')}
        </button>
        <button type="button" className="btn" onClick={() => void navigate({ to: '/reports/checks', search: {} })}>
          {t('checks.discard')}
        </button>
      </div>
    </form>
  );
}

interface PartProps {
  part: SheetPart;
  answer: Answer;
  change: (next: Partial<Answer>) => void;
}

function Part({ part, answer, change }: PartProps): ReactNode {
  const { t } = useTranslation();
  return (
    <fieldset className="sheet-part">
      <legend>
        <span className="article">{part.article}</span> <span className="muted">“{part.quote}”</span>
      </legend>
      {part.items.map((item) => (
        <Item key={item.index} part={part} item={item} answer={answer} change={change} />
      ))}
      <input
        className="input low note"
        aria-label={`${t('checks.partNote')} ${part.article}`}
        placeholder={t('checks.partNote')}
        maxLength={1000}
        value={answer.note}
        onChange={({ target }) => change({ note: target.value })}
      />
    </fieldset>
  );
}

function Item({ part, item, answer, change }: PartProps & { item: SheetItem }): ReactNode {
  const { t } = useTranslation();
  const { index, text, level, asks } = item;
  const chosen = answer.seen[index];
  return (
    <div className="sheet-item">
      <span id={`item-${part.id}-${index}`}>
        <b className="level">{t(`checks.level.${level}`)}</b> {text}
      </span>
      {asks.length > 0 ? (
        asks.map(({ fact, kind }) => (
          <input
            key={fact}
            className="input fact"
            aria-label={`${text} ${t('checks.fact')}`}
            placeholder={kind === 'time' ? t('checks.timeHint') : kind === 'number' ? t('checks.numberHint') : ''}
            maxLength={80}
            value={answer.facts[fact] ?? ''}
            onChange={({ target }) => change({ facts: { ...answer.facts, [fact]: target.value } })}
          />
        ))
      ) : (
        <span className="choices" role="radiogroup" aria-labelledby={`item-${part.id}-${index}`}>
          {SEEN.map((seen) => (
            <label key={seen} className={chosen === seen ? 'chosen' : undefined}>
              <input
                type="radio"
                name={`${part.id}/${index}`}
                checked={chosen === seen}
                onChange={() => change({ seen: { ...answer.seen, [index]: seen } })}
              />
              {t(level === 'must-not' ? `checks.found.${seen}` : `checks.seen.${seen}`)}
            </label>
          ))}
        </span>
      )}
    </div>
  );
}
