/** 开通, and afterwards 单位与人员: steps on the left with how far they are, one of them on the right. */
import { useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { Skeleton } from 'antd';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call, Problem } from '../../kit/client.ts';
import { LoadFailed, useProblemText } from '../shell/Fallbacks.tsx';
import { Districts } from './Districts.tsx';
import { type Progress, type StepName, useProgress, useSaying } from './data.ts';
import { HoursStep } from './HoursStep.tsx';
import { Limits } from './Limits.tsx';
import { People } from './People.tsx';
import { RulebookStep } from './RulebookStep.tsx';
import { Units } from './Units.tsx';
import { UtilityStep } from './UtilityStep.tsx';
import '../style/set-up.css';

type Shown = StepName | 'utility' | 'finish';
const PEOPLE: readonly Shown[] = ['utility', 'units', 'districts', 'staff'];

export function SetUpPage(): ReactNode {
  const progress = useProgress();
  if (progress.error !== null && progress.data === undefined)
    return <LoadFailed error={progress.error} again={() => void progress.refetch()} />;
  if (progress.data === undefined) return <Skeleton active={false} paragraph={{ rows: 8 }} />;
  return <Steps progress={progress.data} />;
}

function Steps({ progress }: { progress: Progress }): ReactNode {
  const { t } = useTranslation();
  const { step: asked } = useSearch({ strict: false }) as { step?: string };
  const { settingUp, utility, steps } = progress;
  const all: Shown[] = ['utility', ...steps.map(({ step }) => step), 'finish'];
  const shown = settingUp ? all : all.filter((step) => PEOPLE.includes(step));
  const next = steps.find(({ step, done }) => shown.includes(step) && !done)?.step ?? (settingUp ? 'finish' : 'units');
  // what is done meanwhile does not pull the page away
  const [first] = useState<Shown>(next);
  const at = shown.find((step) => step === asked) ?? first;
  const following = shown[shown.indexOf(at) + 1];
  return (
    <div className="set-up">
      <aside className="set-up-steps" aria-label={t('setUp.steps')}>
        <h1>{t(settingUp ? 'setUp.title' : 'setUp.people')}</h1>
        <p className="muted small">{utility.name}</p>
        <ol>
          {shown.map((step) => (
            <li key={step}>
              <Link to="/set-up" search={{ step }} aria-current={step === at ? 'step' : undefined}>
                <span>{t(`setUp.names.${step}`)}</span>
                <State step={steps.find((one) => one.step === step)} settingUp={settingUp} />
              </Link>
            </li>
          ))}
        </ol>
        {settingUp && <p className="small quiet">{t('setUp.interrupt')}</p>}
      </aside>
      <section className="set-up-one" aria-labelledby="set-up-step">
        <h2 id="set-up-step">{t(`setUp.names.${at}`)}</h2>
        <p className="muted set-up-help">{t(`setUp.help.${at}`)}</p>
        {at === 'utility' && <UtilityStep key={utility.name} utility={utility} />}
        {at === 'units' && <Units />}
        {at === 'districts' && <Districts />}
        {at === 'staff' && <People />}
        {at === 'rulebook' && <RulebookStep />}
        {at === 'limits' && <Limits />}
        {at === 'hours' && <HoursStep />}
        {at === 'finish' && <Finish progress={progress} />}
        {settingUp && following !== undefined && (
          <p className="set-up-next">
            <Link to="/set-up" search={{ step: following }} className="btn">
              {t('setUp.next', { step: t(`setUp.names.${following}`) })}
            </Link>
          </p>
        )}
      </section>
    </div>
  );
}

function State({ step, settingUp }: { step: Progress['steps'][number] | undefined; settingUp: boolean }): ReactNode {
  const { t } = useTranslation();
  if (!step) return null;
  const counted = step.step === 'units' || step.step === 'districts' || step.step === 'staff';
  return (
    <span className="small quiet">
      {counted && <span className="number">{step.count}</span>}
      {settingUp && (
        <span className={step.done ? 'set-up-done' : 'set-up-open'}>{t(step.done ? 'setUp.done' : 'setUp.open')}</span>
      )}
    </span>
  );
}

function Finish({ progress }: { progress: Progress }): ReactNode {
  const { t } = useTranslation();
  const say = useProblemText();
  const navigate = useNavigate();
  const client = useQueryClient();
  const finish = useSaying(() => call('POST', '/api/set-up/finish', { body: {} }));
  const open = progress.steps.flatMap(({ step, missing }) => missing.map((code) => ({ step, code })));
  const words = t('setUp.missing', { returnObjects: true }) as Record<string, string>;
  const done = async (): Promise<void> => {
    await finish.mutateAsync(undefined);
    await client.invalidateQueries({ queryKey: ['me'] });
    await navigate({ to: '/orders' });
  };
  return (
    <>
      {open.length > 0 && (
        <div className="notice">
          {t('setUp.stillMissing')}
          <ul>
            {open.map(({ step, code }) => (
              <li key={`${step} ${code}`}>
                <Link to="/set-up" search={{ step }}>
                  {t(`setUp.names.${step}`)}
                </Link>
                ：{words[code] ?? code}
              </li>
            ))}
          </ul>
        </div>
      )}
      <div role="alert">{finish.error instanceof Problem && <p className="late-text">{say(finish.error)}</p>}</div>
      <button
        type="button"
        className="btn primary"
        disabled={open.length > 0 || finish.isPending}
        onClick={() => void done().catch(() => undefined)}
      >
        {t('setUp.finish')}
      </button>
    </>
  );
}
