/** 办公时间: weekdays, stretches with a break between them, seasons. */
import { Checkbox, Input, Skeleton } from 'antd';
import { type FormEvent, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../../kit/client.ts';
import { type Hours, useAdoption, useSaying } from './data.ts';
import { Refused } from './RulebookStep.tsx';

export function HoursStep(): ReactNode {
  const { t } = useTranslation();
  const adoption = useAdoption();
  if (adoption.data === undefined) return <Skeleton active={false} paragraph={{ rows: 4 }} />;
  const { hours, hoursDecided, base } = adoption.data;
  if (base === null) return <p className="empty">{t('setUp.missing.rulebook-not-chosen')}</p>;
  if (hours === null) return <p className="empty">{t('setUp.hours.none')}</p>;
  return <Form key={JSON.stringify(hours)} given={hours} decided={hoursDecided} />;
}

const split = (text: string): string[] => text.split(/[\s,，、;；]+/).filter(Boolean);

function Form({ given, decided }: { given: Hours; decided: boolean }): ReactNode {
  const { t } = useTranslation();
  const [days, setDays] = useState<number[]>(given.days);
  const [open, setOpen] = useState(given.open.join(' '));
  const [holidays, setHolidays] = useState(given.holidays);
  const [seasons, setSeasons] = useState(
    given.seasons.map(({ season, open: stretches }, n) => ({ n, season, open: stretches.join(' ') })),
  );
  const save = useSaying((hours: Hours) => call('PUT', '/api/regulations/adoption/answers', { body: { hours } }));
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    save.mutate({
      days: [...days].sort((a, b) => a - b),
      open: split(open),
      holidays,
      seasons: seasons.map(({ season, open: text }) => ({ season: season.trim(), open: split(text) })),
    });
  };
  const week = t('setUp.hours.week', { returnObjects: true }) as string[];
  const change = (n: number, more: { season?: string; open?: string }): void =>
    setSeasons(seasons.map((one) => (one.n === n ? { ...one, ...more } : one)));
  return (
    <form className="set-up-form" onSubmit={submit}>
      <fieldset>
        <legend>{t('setUp.hours.days')}</legend>
        <Checkbox.Group
          value={days}
          options={week.map((label, at) => ({ value: at + 1, label }))}
          onChange={(chosen) => setDays(chosen as number[])}
        />
      </fieldset>
      <div className="field">
        <label htmlFor="hours-open">{t('setUp.hours.open')}</label>
        <Input id="hours-open" value={open} onChange={(event) => setOpen(event.target.value)} />
        <span className="small quiet">{t('setUp.hours.openHint')}</span>
      </div>
      {seasons.map(({ n, season, open: stretches }) => (
        <div className="set-up-season" key={n}>
          <div className="field">
            <label htmlFor={`season-${n}`}>{t('setUp.hours.season')}</label>
            <Input id={`season-${n}`} value={season} onChange={(event) => change(n, { season: event.target.value })} />
          </div>
          <div className="field">
            <label htmlFor={`season-${n}-open`}>{t('setUp.hours.open')}</label>
            <Input
              id={`season-${n}-open`}
              value={stretches}
              onChange={(event) => change(n, { open: event.target.value })}
            />
          </div>
          <button type="button" className="link" onClick={() => setSeasons(seasons.filter((one) => one.n !== n))}>
            {t('setUp.hours.remove')}
          </button>
        </div>
      ))}
      <p>
        <button
          type="button"
          className="link"
          onClick={() =>
            setSeasons([
              ...seasons,
              { n: Math.max(0, ...seasons.map((one) => one.n)) + 1, season: '05-01..09-30', open },
            ])
          }
        >
          {t('setUp.hours.addSeason')}
        </button>
      </p>
      <Checkbox
        checked={holidays === 'closed'}
        onChange={(event) => setHolidays(event.target.checked ? 'closed' : 'open')}
      >
        {t('setUp.hours.holidays')}
      </Checkbox>
      {save.error !== null && <Refused error={save.error} />}
      <p className="row">
        <button type="submit" className="btn primary" disabled={save.isPending}>
          {t('setUp.hours.confirm')}
        </button>
        {decided && <span className="set-up-done">{t('setUp.limits.confirmed')}</span>}
      </p>
    </form>
  );
}
