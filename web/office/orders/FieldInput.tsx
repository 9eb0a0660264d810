/** One field of a command's form. */
import { Input, InputNumber, Select } from 'antd';
import { type ReactNode, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { EVERYONE, type Field, factLines, likelyMilestones, type Values } from '../../kit/acts.ts';
import { useNow } from '../../kit/live.ts';
import { hm, span } from '../../kit/time.ts';
import type { Allowed, OrderDetail, Word } from '../../kit/views.ts';
import { useDepartments, useStaff, useVocabulary } from '../data.ts';
import { Choices } from '../parts/Choices.tsx';
import { EventPicker } from '../parts/EventPicker.tsx';
import { Facts } from '../parts/Facts.tsx';
import { TimeInput } from '../parts/TimeInput.tsx';
import { useOnDuty } from '../rosters/data.ts';
import { useLacking } from './handlers.ts';
import { Photos, type Upload } from './Photos.tsx';

/** The rest of the rulebook's plans are set by commands of their own, or with the first of a pair. */
const PROMISES = ['promised', 'appointment.start', 'expected-restore', 'planned-stop'];

interface Props {
  field: Field;
  order: OrderDetail;
  allowed: Allowed | undefined;
  values: Values;
  change: (id: string, value: unknown) => void;
  /** What is wrong with it, in words. */
  wrong: string | null;
  upload: Upload;
}

export function FieldInput(props: Props): ReactNode {
  const { field, wrong } = props;
  const { t } = useTranslation();
  const id = `act-${field.id}`;
  const ours = field.label === 'caller' || field.label === 'into';
  const label =
    field.own === undefined
      ? ours
        ? t(`merging.${field.label as 'caller'}`)
        : t(`act.${field.label as 'note'}`)
      : field.label;
  const grouped = ['milestone', 'caller', 'yes-no', 'choice', 'decision', 'plan', 'facts', 'photos'].includes(
    field.kind,
  );
  const mark = field.required === true && (
    <span className="need" aria-hidden="true">
      {' '}
      *
    </span>
  );
  return (
    <div
      className={`field ${field.width ?? ''} ${wrong === null ? '' : 'is-wrong'}`}
      {...(grouped ? { role: 'group', 'aria-labelledby': `${id}-label` } : {})}
    >
      {grouped ? (
        <span className="label" id={`${id}-label`}>
          {label}
          {mark}
        </span>
      ) : (
        <label htmlFor={id}>
          {label}
          {mark}
        </label>
      )}
      <Control {...props} id={id} />
      {wrong !== null && (
        <span className="wrong" role="alert">
          {wrong}
        </span>
      )}
    </div>
  );
}

function Control({ id, field, order, allowed, values, change, upload }: Props & { id: string }): ReactNode {
  const { t } = useTranslation();
  const vocabulary = useVocabulary().data;
  const value = values[field.id];
  const set = (next: unknown): void => change(field.id, next);
  const now = useNow(60_000);
  const required = field.required === true ? { 'aria-required': true } : {};
  switch (field.kind) {
    case 'text':
      return (
        <Input id={id} value={(value as string) ?? ''} onChange={(event) => set(event.target.value)} {...required} />
      );
    case 'long-text':
      return (
        <Input.TextArea
          id={id}
          value={(value as string) ?? ''}
          onChange={(event) => set(event.target.value)}
          autoSize={{ minRows: field.required === true ? 2 : 1, maxRows: 6 }}
          maxLength={4000}
          {...required}
        />
      );
    case 'number':
      return <InputNumber id={id} style={{ width: '100%' }} value={(value as number) ?? null} onChange={set} />;
    case 'time':
      return (
        <>
          <TimeInput
            id={id}
            value={value as string | undefined}
            change={set}
            placeholder={
              field.empty === 'now' ? t('act.now', { at: hm(now) }) : field.empty === 'open' ? t('act.openEnd') : ''
            }
          />
          {field.soon !== undefined && <Soon field={field} order={order} set={set} />}
        </>
      );
    case 'yes-no':
      return (
        <Choices
          name={id}
          value={value === undefined ? undefined : value === true ? 'yes' : 'no'}
          choices={[
            { id: 'yes', name: t('act.yes') },
            { id: 'no', name: t('act.no') },
          ]}
          change={(next) => set(next === 'yes')}
        />
      );
    case 'choice':
      return <Choices name={id} value={value as string} choices={field.choices ?? []} change={set} />;
    case 'decision':
      return (
        <Choices
          name={id}
          value={value === undefined ? undefined : value === true ? 'granted' : 'refused'}
          choices={[
            { id: 'granted', name: t('side.decisions.granted') },
            { id: 'refused', name: t('side.decisions.refused') },
          ]}
          change={(next) => set(next === 'granted')}
        />
      );
    case 'milestone':
      return <MilestoneInput id={id} order={order} allowed={allowed} value={value} set={set} />;
    case 'plan':
      return (
        <Choices
          name={id}
          value={value as string}
          choices={(vocabulary?.plans ?? []).filter((plan) => PROMISES.includes(plan.id))}
          change={set}
        />
      );
    case 'event':
      return (
        <EventPicker
          id={id}
          value={(value as string) ?? ''}
          change={set}
          placeholder={t('intake.eventHint')}
          none={t('intake.eventNone')}
        />
      );
    case 'pause-entry':
      return <Pick id={id} value={value} set={set} words={allowed?.milestones ?? []} />;
    case 'department':
      return <DepartmentInput id={id} order={order} value={value} set={set} />;
    case 'handler':
      return <HandlerInput id={id} order={order} value={value} set={set} />;
    case 'caller':
      return <CallerInput id={id} order={order} split={allowed?.command === 'split'} value={value} set={set} />;
    case 'facts':
      return <Facts id={id} lines={factLines(values)} known={order.facts} change={set} />;
    case 'photos':
      return <Photos id={id} upload={upload} change={set} />;
  }
}

/** Chosen for the one who has not chosen yet, once it is known. */
function useSuggested(value: unknown, suggested: unknown, set: (value: unknown) => void): void {
  const latest = useRef(set);
  latest.current = set;
  useEffect(() => {
    if (value === undefined && suggested !== undefined) latest.current(suggested);
  }, [value, suggested]);
}

const HOUR = 3_600_000;

/** Times often meant, one press each: an extension counts from the limit it extends. */
function Soon({ field, order, set }: { field: Field; order: OrderDetail; set: (value: unknown) => void }): ReactNode {
  const { t } = useTranslation();
  const now = useNow(60_000);
  const due = Math.max(
    now,
    ...order.clocks
      .filter((clock) => clock.stoppedAt === null && clock.section !== 'approvals' && clock.dueAt !== null)
      .map((clock) => Date.parse(clock.dueAt ?? '')),
  );
  const base = field.soon === 'extension' ? due : Math.ceil(now / (HOUR / 2)) * (HOUR / 2);
  const hours = field.soon === 'promise' ? [1, 2, 4, 24] : [24, 48, 72];
  const says = field.soon === 'extension' ? 'act.afterDue' : 'act.fromNow';
  return (
    <span className="row small" style={{ flexWrap: 'wrap' }}>
      {hours.map((count) => (
        <button
          key={count}
          type="button"
          className="link"
          onClick={() => set(new Date(base + count * HOUR).toISOString())}
        >
          {t(says, { length: span(count * HOUR, t('clock.units', { returnObjects: true })) })}
        </button>
      ))}
    </span>
  );
}

interface PickProps {
  id: string;
  value: unknown;
  set: (value: unknown) => void;
}

function Pick({ id, value, set, words }: PickProps & { words: Word[] }): ReactNode {
  const { t } = useTranslation();
  return (
    <Select
      id={id}
      value={words.some((word) => word.id === value) ? (value as string) : null}
      onChange={set}
      placeholder={t('act.choose')}
      showSearch={{ optionFilterProp: 'label' }}
      options={words.map((word) => ({ value: word.id, label: word.name }))}
    />
  );
}

function MilestoneInput({
  id,
  order,
  allowed,
  value,
  set,
}: PickProps & { order: OrderDetail; allowed: Allowed | undefined }): ReactNode {
  const { t } = useTranslation();
  const likely = likelyMilestones(order, allowed);
  const others = (allowed?.milestones ?? []).filter((one) => !likely.includes(one));
  return (
    <div className="row" style={{ flexWrap: 'wrap' }}>
      {likely.length > 0 && <Choices name={id} value={value as string} choices={likely} change={set} />}
      {others.length > 0 && (
        <Select
          aria-label={t('act.otherMilestone')}
          placeholder={t('act.otherMilestone')}
          style={{ flex: '1 1 200px', maxWidth: 320 }}
          value={others.some((one) => one.id === value) ? (value as string) : null}
          onChange={set}
          showSearch={{ optionFilterProp: 'label' }}
          options={others.map((one) => ({ value: one.id, label: one.name }))}
        />
      )}
    </div>
  );
}

/** One of the callers; or all of them, where one act reached them all. */
function CallerInput({ id, order, split, value, set }: PickProps & { order: OrderDetail; split: boolean }): ReactNode {
  const { t } = useTranslation();
  const callers = order.requests
    .filter((one) => !split || one.maySplit)
    .map((one) => ({
      id: String(one.id),
      name: [hm(one.receivedAt), one.reporter ?? t('side.anonymous'), one.phone ?? one.place].join(' '),
    }));
  const all = split ? [] : [{ id: EVERYONE, name: t('merging.everyone', { n: order.requests.length }) }];
  if (callers.length > 5) return <Pick id={id} value={value} set={set} words={[...all, ...callers]} />;
  return <Choices name={id} value={value as string} choices={[...callers, ...all]} change={set} />;
}

function DepartmentInput({ id, order, value, set }: PickProps & { order: OrderDetail }): ReactNode {
  const { t } = useTranslation();
  const all = useDepartments().data;
  const { seal } = order;
  const departments = seal === null ? all : all?.filter((one) => one.id === seal.to);
  const known = order.routing.find((one) => departments?.some(({ id: own }) => own === one.to) === true);
  const suggested = known ?? order.routing[0];
  useSuggested(value, known?.to, set);
  return (
    <>
      <Pick id={id} value={value} set={set} words={departments ?? []} />
      <span className="hint">
        {suggested === undefined
          ? t('act.departmentNone')
          : seal !== null
            ? t('sealed.only', { name: seal.toName })
            : t(known === undefined ? 'act.departmentForeign' : 'act.departmentHint', {
                name: suggested.toName,
                reason: suggested.reason,
              })}
      </span>
    </>
  );
}

function HandlerInput({ id, order, value, set }: PickProps & { order: OrderDetail }): ReactNode {
  const { t } = useTranslation();
  const staff = useStaff(order.departmentId);
  const duty = useOnDuty();
  const lacking = useLacking(order.id);
  const unit = duty.data?.units.find(({ departmentId }) => departmentId === order.departmentId);
  const onDuty = new Set(unit?.onDuty.map((one) => one.staffId));
  // who is on duty first
  const crew = (staff.data ?? [])
    .filter((one) => one.roles.includes('crew-member'))
    .sort((a, b) => Number(onDuty.has(b.staffId)) - Number(onDuty.has(a.staffId)));
  const able = crew.filter((one) => lacking.data?.has(one.staffId) !== true);
  const near = able.filter((one) => order.districtId !== null && one.districts?.includes(order.districtId) === true);
  const there = able.filter((one) => onDuty.has(one.staffId));
  const likeliest = near[0] ?? (there.length === 1 ? there[0] : able.length === 1 ? able[0] : undefined);
  useSuggested(value, duty.isPending || lacking.isPending ? undefined : likeliest?.staffId, set);
  if (staff.isSuccess && crew.length === 0) return <span className="hint">{t('act.handlerNone')}</span>;
  const [rule] = crew.flatMap((one) => lacking.data?.get(one.staffId) ?? []);
  return (
    <>
      <Select
        id={id}
        value={(value as number) ?? null}
        onChange={set}
        placeholder={t('act.choose')}
        showSearch={{ optionFilterProp: 'label' }}
        options={crew.map((one) => {
          const lacks = lacking.data?.get(one.staffId);
          const marks = onDuty.has(one.staffId) ? [t('rosters.dutyMark')] : [];
          const why = lacks === undefined ? [] : [t('certificates.lacks', { missing: lacks.missing })];
          return {
            value: one.staffId,
            label: [one.name, ...marks, ...one.roleNames, ...why].join(' · '),
            disabled: lacks !== undefined,
          };
        })}
      />
      {rule !== undefined && (
        <span className="hint">{t('certificates.rule', { article: rule.article, quote: rule.quote })}</span>
      )}
    </>
  );
}
