/** The case that is calculated: rulebooks, event, channel, the facts and times that make a difference to it. */
import { Select } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { EventPicker } from '../../parts/EventPicker.tsx';
import { TimeInput } from '../../parts/TimeInput.tsx';
import { RulebookSelect } from '../browse/RulebookSelect.tsx';
import { type Asked, united } from './data.ts';
import { FactField } from './FactField.tsx';
import { type CalculatorSearch, type FactValue, MOST_RULEBOOKS } from './search.ts';

interface Props {
  /** Hashes of the rulebooks, at least one. */
  rulebooks: string[];
  asked: (Asked | undefined)[];
  search: CalculatorSearch;
  receivedAt: string;
  change: (next: Partial<CalculatorSearch>) => void;
}

export function CalculatorForm({ rulebooks, asked, search, receivedAt, change }: Props): ReactNode {
  const { t } = useTranslation();
  const facts = united(asked.map((one) => one?.facts));
  const milestones = united(asked.map((one) => one?.milestones));
  const plans = united(asked.map((one) => one?.plans));
  const pauses = search.pauses ?? [];
  const setFact = (id: string, value: FactValue | undefined): void =>
    change({ facts: put(search.facts ?? {}, id, value) });
  return (
    <form className="calculator-form" aria-label={t('reading.calculate')} onSubmit={(event) => event.preventDefault()}>
      <div className="fields">
        {rulebooks.map((hash, index) => (
          <div className="field" key={hash}>
            <label htmlFor={`calc-rulebook-${index}`}>
              {rulebooks.length > 1 ? t('reading.rulebookNth', { n: index + 1 }) : t('reading.rulebook')}
            </label>
            <div className="row">
              <RulebookSelect
                id={`calc-rulebook-${index}`}
                value={hash}
                without={rulebooks}
                change={(next) => change({ packs: rulebooks.map((one) => (one === hash ? next : one)) })}
              />
              {rulebooks.length > 1 && (
                <button
                  type="button"
                  className="link nowrap"
                  onClick={() => change({ packs: rulebooks.filter((one) => one !== hash) })}
                >
                  {t('act.remove')}
                </button>
              )}
            </div>
          </div>
        ))}
        {rulebooks.length < MOST_RULEBOOKS && (
          <div className="field">
            <RulebookSelect
              id="calc-rulebook-more"
              value={undefined}
              without={rulebooks}
              placeholder={t('reading.compareWith')}
              change={(next) => change({ packs: [...rulebooks, next] })}
            />
          </div>
        )}
        <div className="field">
          <label htmlFor="calc-event">{t('rulebook.event')}</label>
          <EventPicker
            id="calc-event"
            value={search.event ?? ''}
            change={(event) => change({ event: event === '' ? undefined : event })}
            placeholder={t('intake.eventHint')}
            none={t('intake.eventNone')}
            events={united(asked.map((one) => one?.events))}
          />
        </div>
        <div className="field half">
          <label htmlFor="calc-channel">{t('rulebook.channel')}</label>
          <Select
            id="calc-channel"
            value={search.channel ?? 'phone'}
            onChange={(channel: string) => change({ channel })}
            options={united(asked.map((one) => one?.channels)).map(({ id, name }) => ({ value: id, label: name }))}
          />
        </div>
        <div className="field half">
          <label htmlFor="calc-received">{t('rulebook.receivedAt')}</label>
          <TimeInput id="calc-received" value={receivedAt} change={(at) => change({ at })} />
        </div>
      </div>
      {facts.length > 0 && (
        <fieldset className="calculator-part">
          <legend>{t('reading.facts')}</legend>
          <p className="small quiet">{t('reading.factsHelp')}</p>
          <div className="fields">
            {facts.map((fact) => (
              <FactField
                key={fact.id}
                fact={fact}
                value={search.facts?.[fact.id]}
                change={(value) => setFact(fact.id, value)}
              />
            ))}
          </div>
        </fieldset>
      )}
      {plans.length > 0 && (
        <Times
          name="plan"
          legend={t('reading.plans')}
          words={plans}
          times={search.plans}
          change={(next) => change({ plans: next })}
        />
      )}
      {milestones.length > 0 && (
        <Times
          name="then"
          legend={t('reading.then')}
          help={t('reading.thenHelp')}
          words={milestones}
          times={search.then}
          change={(next) => change({ then: next })}
        />
      )}
      {search.event !== undefined && (
        <fieldset className="calculator-part">
          <legend>{t('reading.pauses')}</legend>
          {pauses.map((pause, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a pause is its position
            <div className="fields" key={index}>
              {(['from', 'until'] as const).map((end) => (
                <div className="field half" key={end}>
                  <label htmlFor={`pause-${index}-${end}`}>{t(`reading.pause.${end}`)}</label>
                  <TimeInput
                    id={`pause-${index}-${end}`}
                    value={pause[end] ?? undefined}
                    change={(at) =>
                      change({
                        pauses: pauses.flatMap((one, i) =>
                          i !== index
                            ? [one]
                            : end === 'from'
                              ? at === undefined
                                ? []
                                : [{ ...one, from: at }]
                              : [{ ...one, until: at ?? null }],
                        ),
                      })
                    }
                  />
                </div>
              ))}
            </div>
          ))}
          <button
            type="button"
            className="link"
            onClick={() => change({ pauses: [...pauses, { from: receivedAt, until: null }] })}
          >
            {t('reading.pauseAnother')}
          </button>
        </fieldset>
      )}
    </form>
  );
}

interface TimesProps {
  name: string;
  legend: string;
  help?: string;
  words: { id: string; name: string }[];
  times: Record<string, string> | undefined;
  change: (times: Record<string, string> | undefined) => void;
}

function Times({ name, legend, help, words, times = {}, change }: TimesProps): ReactNode {
  return (
    <fieldset className="calculator-part">
      <legend>{legend}</legend>
      {help !== undefined && <p className="small quiet">{help}</p>}
      <div className="fields">
        {words.map((word) => (
          <div className="field half" key={word.id}>
            <label htmlFor={`${name}-${word.id}`}>{word.name}</label>
            <TimeInput
              id={`${name}-${word.id}`}
              value={times[word.id]}
              change={(at) => change(put(times, word.id, at))}
            />
          </div>
        ))}
      </div>
    </fieldset>
  );
}

/** Undefined when nothing is left: it goes out of the address. */
function put<V>(record: Record<string, V>, id: string, value: V | undefined): Record<string, V> | undefined {
  const { [id]: _, ...rest } = record;
  const next = value === undefined ? rest : { ...rest, [id]: value };
  return Object.keys(next).length > 0 ? next : undefined;
}
