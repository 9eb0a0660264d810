/** A question: which rulebook, beside which, of which days. */
import { useNavigate } from '@tanstack/react-router';
import { DatePicker, Select, Skeleton } from 'antd';
import dayjs from 'dayjs';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Problem } from '../../../kit/client.ts';
import { useNow } from '../../../kit/live.ts';
import { LoadFailed } from '../../shell/Fallbacks.tsx';
import { type Rulebook, useAsk, useRulebooks } from './data.ts';

const DAY = 'YYYY-MM-DD';

const labelOf = ({ utility, pack, version }: Rulebook): string => `${utility || pack} · ${pack} ${version}`;

export function NewRun(): ReactNode {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const today = dayjs(useNow(60_000));
  const rulebooks = useRulebooks();
  const ask = useAsk();
  const [candidate, setCandidate] = useState<string>();
  const [baseline, setBaseline] = useState('');
  const [days, setDays] = useState<{ from?: string; until?: string }>({});
  const from = days.from ?? today.subtract(364, 'day').format(DAY);
  const until = days.until ?? today.format(DAY);
  if (rulebooks.error !== null && rulebooks.data === undefined)
    return <LoadFailed error={rulebooks.error} again={() => void rulebooks.refetch()} />;
  if (rulebooks.data === undefined) return <Skeleton active={false} paragraph={{ rows: 5 }} />;
  const items = rulebooks.data;
  const options = (['kept', 'shipped'] as const)
    .map((origin) => ({
      label: t(`backtest.${origin}`),
      options: items
        .filter((one) => one.origin === origin)
        .map((one) => ({
          value: one.hash,
          label: one.inForce ? `${labelOf(one)}（${t('backtest.inForce')}）` : labelOf(one),
        })),
    }))
    .filter((group) => group.options.length > 0);
  const run = (): void => {
    if (candidate === undefined || ask.isPending) return;
    ask.mutate(
      { candidate, from, until, ...(baseline === '' ? {} : { baseline }) },
      { onSuccess: ({ id }) => void navigate({ to: '/rulebook/backtest', search: { id } }) },
    );
  };
  return (
    <form
      className="backtest-form"
      onSubmit={(event) => {
        event.preventDefault();
        run();
      }}
    >
      <div>
        <h1>{t('backtest.title')}</h1>
        <p className="muted help">{t('backtest.help')}</p>
      </div>
      <label htmlFor="backtest-candidate">{t('backtest.candidate')}</label>
      <div>
        <Select
          id="backtest-candidate"
          className="backtest-choice"
          showSearch
          optionFilterProp="label"
          options={options}
          value={candidate}
          placeholder={t('backtest.candidateHelp')}
          onChange={setCandidate}
        />
      </div>
      <label htmlFor="backtest-baseline">{t('backtest.baseline')}</label>
      <div>
        <Select
          id="backtest-baseline"
          className="backtest-choice"
          showSearch
          optionFilterProp="label"
          options={[{ value: '', label: t('backtest.ownRulebook') }, ...options]}
          value={baseline}
          onChange={setBaseline}
        />
      </div>
      <label htmlFor="backtest-from">{t('backtest.from')}</label>
      <div className="row">
        <DatePicker
          id="backtest-from"
          allowClear={false}
          value={dayjs(from)}
          maxDate={dayjs(until)}
          onChange={(day) => day !== null && setDays({ ...days, from: day.format(DAY) })}
        />
        <label htmlFor="backtest-until">{t('backtest.until')}</label>
        <DatePicker
          id="backtest-until"
          allowClear={false}
          value={dayjs(until)}
          minDate={dayjs(from)}
          maxDate={today}
          onChange={(day) => day !== null && setDays({ ...days, until: day.format(DAY) })}
        />
        <button type="button" className="btn low" onClick={() => setDays({})}>
          {t('backtest.lastYear')}
        </button>
      </div>
      <span />
      <div className="row">
        <button type="submit" className="btn primary" disabled={candidate === undefined || ask.isPending}>
          {t('backtest.run')}
        </button>
        {ask.error instanceof Problem && (
          <span role="alert" className="late-text">
            {ask.error.message}
          </span>
        )}
      </div>
    </form>
  );
}
