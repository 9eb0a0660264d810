/** One field, as large as a thumb. */
import type { ReactNode } from 'react';
import { EVERYONE, type FactLine, type Field, factLines, type Values } from '../../kit/acts.ts';
import { serverNow } from '../../kit/live.ts';
import type { Allowed } from '../../kit/views.ts';
import { usePhone } from '../app/phone.ts';
import type { Shown } from '../app/shown.ts';
import { type Key, languageNow, t as say, useTexts } from '../texts/index.ts';

interface Props {
  field: Field;
  shown: Shown;
  allowed: Allowed | undefined;
  values: Values;
  change: (field: string, value: unknown) => void;
  wrong: string | null;
}

const ZONE = 8 * 3_600_000;
/** `2026-11-18T16:20`, as the input writes it, in Shanghai. */
const written = (value: unknown): string =>
  typeof value === 'string' ? new Date(Date.parse(value) + ZONE).toISOString().slice(0, 16) : '';
const read = (text: string): string | undefined =>
  text === '' ? undefined : new Date(Date.parse(`${text}:00Z`) - ZONE).toISOString();

const SOON = [30, 60, 120, 24 * 60];
const named = (field: Field): string => (field.own === undefined ? say(`field.${field.label}` as Key) : field.label);

export function FieldInput(props: Props): ReactNode {
  const t = useTexts();
  const { field, wrong } = props;
  const id = `act-${field.id}`;
  const grouped = ['yes-no', 'facts', 'plan', 'caller'].includes(field.kind);
  const label = (
    <>
      {named(field)}
      {field.required === true && <i className="must">{t('act.must')}</i>}
    </>
  );
  return (
    <div className={wrong === null ? 'field' : 'field bad'}>
      {grouped ? (
        <fieldset>
          <legend>{label}</legend>
          <Input {...props} id={id} />
        </fieldset>
      ) : (
        <>
          <label htmlFor={id}>{label}</label>
          <Input {...props} id={id} />
        </>
      )}
      {wrong !== null && <p className="wrong">{wrong}</p>}
    </div>
  );
}

function Input({ field, shown, allowed, values, change, id }: Props & { id: string }): ReactNode {
  const t = useTexts();
  const { snapshot } = usePhone();
  const value = values[field.id];
  const text = typeof value === 'string' || typeof value === 'number' ? String(value) : '';
  const pick = (choices: { id: string; name: string }[]): ReactNode => (
    <select id={id} value={text} onChange={(event) => change(field.id, event.target.value)}>
      <option value="">{t('choose')}</option>
      {choices.map((choice) => (
        <option key={choice.id} value={choice.id}>
          {choice.name}
        </option>
      ))}
    </select>
  );
  const segments = (choices: { value: unknown; name: string }[]): ReactNode => (
    <div className="segments" id={id}>
      {choices.map((choice) => (
        <button
          key={choice.name}
          type="button"
          aria-pressed={value === choice.value}
          onClick={() => change(field.id, choice.value)}
        >
          {choice.name}
        </button>
      ))}
    </div>
  );
  switch (field.kind) {
    case 'yes-no':
      return segments([
        { value: true, name: t('act.yes') },
        { value: false, name: t('act.no') },
      ]);
    case 'number':
      return (
        <input
          id={id}
          inputMode="decimal"
          value={text}
          onChange={(event) => {
            const number = Number(event.target.value);
            change(field.id, event.target.value === '' || Number.isNaN(number) ? event.target.value : number);
          }}
        />
      );
    case 'choice':
      return pick(field.choices ?? []);
    case 'handler':
      return (
        <select id={id} value={text} onChange={(event) => change(field.id, Number(event.target.value) || undefined)}>
          <option value="">{t('choose')}</option>
          {(snapshot?.colleagues ?? [])
            .filter(({ staffId }) => staffId !== shown.view.handlerId)
            .map(({ staffId, name }) => (
              <option key={staffId} value={staffId}>
                {name}
              </option>
            ))}
        </select>
      );
    case 'milestone':
    case 'pause-entry':
      return pick(allowed?.milestones ?? []);
    case 'plan':
      return segments([
        { value: 'promised', name: t('act.promised') },
        { value: 'appointment.start', name: t('act.appointment') },
      ]);
    case 'caller':
      return segments([
        ...shown.view.requests.map((request) => ({
          value: String(request.id),
          name: request.reporter ?? t('about.nobody'),
        })),
        { value: EVERYONE, name: t('act.everyone') },
      ]);
    case 'time':
      return (
        <>
          <input
            id={id}
            type="datetime-local"
            value={written(value)}
            onChange={(event) => change(field.id, read(event.target.value))}
          />
          {field.soon !== undefined && (
            <div className="segments soon">
              {SOON.map((minutes) => (
                <button
                  key={minutes}
                  type="button"
                  onClick={() => {
                    const at = serverNow() + minutes * 60_000;
                    change(field.id, new Date(at - (at % 60_000)).toISOString());
                  }}
                >
                  {minutes < 60 ? t('act.inMinutes', { n: minutes }) : t('act.inHours', { n: minutes / 60 })}
                </button>
              ))}
            </div>
          )}
          {field.empty === 'now' && value === undefined && <p className="hint">{t('act.emptyNow')}</p>}
        </>
      );
    case 'facts':
      return <Facts values={values} change={(lines) => change(field.id, lines)} shown={shown} />;
    case 'long-text':
      return (
        <textarea
          id={id}
          rows={3}
          maxLength={2000}
          value={text}
          onChange={(event) => change(field.id, event.target.value)}
        />
      );
    default:
      return <input id={id} value={text} onChange={(event) => change(field.id, event.target.value)} />;
  }
}

/** One fact of the rulebook and its value. */
function Facts({
  values,
  change,
  shown,
}: {
  values: Values;
  change: (lines: FactLine[]) => void;
  shown: Shown;
}): ReactNode {
  const t = useTexts();
  const [line = { id: '', value: undefined }] = factLines(values);
  const lang = languageNow() === 'en' ? 'en' : 'zh';
  const known = shown.facts.map((fact) => ({ ...fact, name: fact[lang] }));
  const fact = known.find(({ id }) => id === line.id);
  const set = (value: unknown): void => change([{ id: line.id, value }]);
  return (
    <>
      <select
        aria-label={t('field.fact')}
        id="act-facts"
        value={line.id}
        onChange={(event) => change([{ id: event.target.value, value: undefined }])}
      >
        <option value="">{t('choose')}</option>
        {known.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
      {fact?.type === 'yes-no' && (
        <div className="segments">
          <button type="button" aria-pressed={line.value === true} onClick={() => set(true)}>
            {t('act.yes')}
          </button>
          <button type="button" aria-pressed={line.value === false} onClick={() => set(false)}>
            {t('act.no')}
          </button>
        </div>
      )}
      {fact?.type === 'choice' && (
        <select aria-label={fact.name} value={String(line.value ?? '')} onChange={(event) => set(event.target.value)}>
          <option value="">{t('choose')}</option>
          {(fact.choices ?? []).map((choice) => (
            <option key={choice} value={choice}>
              {fact.choiceWords?.[choice] ?? choice}
            </option>
          ))}
        </select>
      )}
      {(fact?.type === 'number' || fact?.type === 'text') && (
        <input
          aria-label={fact.name}
          inputMode={fact.type === 'number' ? 'decimal' : 'text'}
          value={String(line.value ?? '')}
          onChange={(event) =>
            set(fact.type === 'number' && event.target.value !== '' ? Number(event.target.value) : event.target.value)
          }
        />
      )}
    </>
  );
}
