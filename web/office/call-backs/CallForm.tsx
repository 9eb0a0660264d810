/** What was said in a call: reached or not, settled, how satisfied, and what follows. Arrows choose, Tab goes on, Ctrl Enter sends. */
import { Input, InputNumber } from 'antd';
import { type FormEvent, type ReactNode, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call, newKey, Problem } from '../../kit/client.ts';
import type { OrderDetail } from '../../kit/views.ts';
import { Choices } from '../parts/Choices.tsx';
import { Key } from '../parts/Key.tsx';
import { TimeInput } from '../parts/TimeInput.tsx';
import { type Call, isLow, OUTCOMES, type Outcome, RATINGS, type Rating } from './data.ts';

type Answer = string | number | boolean;
type Next = 'close' | 'reopen' | 'nothing';

interface Props {
  one: Call;
  order: OrderDetail | undefined;
  ended: () => void;
  failed: (problem: Problem) => void;
}

export function CallForm({ one, order, ended, failed }: Props): ReactNode {
  const { t } = useTranslation();
  const [reached, setReached] = useState<boolean>();
  const [solved, setSolved] = useState<boolean>();
  const [rating, setRating] = useState<Rating>();
  const [outcome, setOutcome] = useState<Outcome>();
  const [later, setLater] = useState<string>();
  const [note, setNote] = useState('');
  const [chosen, setNext] = useState<Next>();
  const [reason, setReason] = useState('');
  const [form, setForm] = useState<Record<string, Answer>>({});
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const attempt = useRef<{ body: string; key: string } | null>(null);
  const fields = order?.allowed.find(({ command }) => command === 'call-back')?.form?.fields ?? [];
  // what most would do next is chosen until somebody chooses otherwise
  const likely: Next = reached !== true || one.closed ? 'nothing' : solved === false ? 'reopen' : 'close';
  const next = chosen ?? likely;
  const mayReopen = order?.allowed.some(({ command }) => command === 'reopen') ?? true;
  const gaps = new Set([
    ...(reached === undefined ? ['reached'] : []),
    ...(reached === true && rating === undefined ? ['rating'] : []),
    ...(reached === false && outcome === undefined ? ['outcome'] : []),
    ...(reached === false && outcome === 'later' && later === undefined ? ['later'] : []),
    ...(reached === true && next === 'reopen' && reason.trim() === '' ? ['reason'] : []),
    ...(reached === true
      ? fields
          .filter(({ id, required }) => required && (form[id] === undefined || form[id] === ''))
          .map(({ id }) => `form-${id}`)
      : []),
  ]);
  const wrong = (field: string): boolean => tried && gaps.has(field);
  const submit = async (event?: FormEvent): Promise<void> => {
    event?.preventDefault();
    setTried(true);
    const [gap] = gaps;
    if (gap !== undefined) document.getElementById(`call-${gap}`)?.focus();
    if (busy || gap !== undefined || reached === undefined) return;
    const said = reached
      ? {
          ...(rating === undefined ? {} : { rating }),
          ...(solved === undefined ? {} : { solved }),
          ...(Object.keys(form).length > 0 ? { form } : {}),
          next: next === 'nothing' ? null : next,
          ...(next === 'reopen' ? { reason: reason.trim() } : {}),
        }
      : {
          ...(outcome ? { outcome } : {}),
          ...(later !== undefined && outcome === 'later' ? { later } : {}),
          next: null,
        };
    const body = {
      ...{ requestId: one.requestId, reached, ...said },
      ...(order ? { version: order.version } : {}),
      ...(note.trim() === '' ? {} : { note: note.trim() }),
    };
    const text = JSON.stringify(body);
    // the same attempt after a lost line keeps its key: it cannot happen twice
    if (attempt.current?.body !== text) attempt.current = { body: text, key: newKey() };
    setBusy(true);
    try {
      await call('POST', `/api/call-backs/${one.orderId}/end`, { body, key: attempt.current.key });
      ended();
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      failed(error);
    } finally {
      setBusy(false);
    }
  };
  return (
    <form
      className="fields"
      noValidate
      onSubmit={(event) => void submit(event)}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void submit();
      }}
    >
      <Group label={t('callBacks.answered')} id="reached" wrong={wrong('reached')}>
        <Choices
          name="call-reached"
          value={reached === undefined ? undefined : reached ? 'yes' : 'no'}
          choices={[
            { id: 'yes', name: t('callBacks.yes') },
            { id: 'no', name: t('callBacks.no') },
          ]}
          change={(value) => setReached(value === 'yes')}
        />
      </Group>
      {reached === true && (
        <>
          <Group label={t('callBacks.solved')} id="solved" wrong={false}>
            <Choices
              name="call-solved"
              value={solved === undefined ? undefined : solved ? 'yes' : 'no'}
              choices={[
                { id: 'yes', name: t('callBacks.solvedYes') },
                { id: 'no', name: t('callBacks.solvedNo') },
              ]}
              change={(value) => setSolved(value === 'yes')}
            />
          </Group>
          <Group label={t('callBacks.rating')} id="rating" wrong={wrong('rating')}>
            <Choices
              name="call-rating"
              value={rating}
              choices={RATINGS.map((level) => ({ id: level, name: t(`callBacks.ratings.${level}`) }))}
              change={(value) => setRating(value as Rating)}
            />
          </Group>
          {fields.map(({ id, name, type }) => (
            <Group
              key={id}
              label={name}
              id={`form-${id}`}
              wrong={wrong(`form-${id}`)}
              of={type === 'yes-no' ? undefined : `call-form-${id}`}
            >
              {type === 'yes-no' ? (
                <Choices
                  name={`call-form-${id}`}
                  value={form[id] === undefined ? undefined : form[id] === true ? 'yes' : 'no'}
                  choices={[
                    { id: 'yes', name: t('callBacks.solvedYes') },
                    { id: 'no', name: t('callBacks.solvedNo') },
                  ]}
                  change={(value) => setForm({ ...form, [id]: value === 'yes' })}
                />
              ) : type === 'number' ? (
                <InputNumber
                  id={`call-form-${id}`}
                  onChange={(value) => setForm({ ...form, [id]: Number(value ?? 0) })}
                />
              ) : (
                <Input
                  id={`call-form-${id}`}
                  maxLength={2000}
                  onChange={(event) => setForm({ ...form, [id]: event.target.value.trim() })}
                />
              )}
            </Group>
          ))}
        </>
      )}
      {reached === false && (
        <>
          <Group label={t('callBacks.outcome')} id="outcome" wrong={wrong('outcome')}>
            <Choices
              name="call-outcome"
              value={outcome}
              choices={OUTCOMES.map((why) => ({ id: why, name: t(`callBacks.outcomes.${why}`) }))}
              change={(value) => setOutcome(value as Outcome)}
            />
          </Group>
          {outcome === 'later' && (
            <Group label={t('callBacks.laterAt')} id="later" wrong={wrong('later')} of="call-later">
              <TimeInput id="call-later" value={later} change={setLater} />
            </Group>
          )}
        </>
      )}
      {reached !== undefined && (
        <Group label={t('callBacks.note')} id="note" wrong={false} of="call-note">
          <Input.TextArea
            id="call-note"
            autoSize={{ minRows: 2, maxRows: 6 }}
            maxLength={2000}
            value={note}
            onChange={(event) => setNote(event.target.value)}
          />
        </Group>
      )}
      {reached === true && (
        <Group label={t('callBacks.next')} id="next" wrong={false}>
          <Choices
            name="call-next"
            value={next}
            choices={[
              ...(one.closed ? [] : [{ id: 'close', name: t('callBacks.nextClose') }]),
              ...(mayReopen ? [{ id: 'reopen', name: t('callBacks.nextReopen') }] : []),
              { id: 'nothing', name: t('callBacks.nextNothing') },
            ]}
            change={(value) => setNext(value as Next)}
          />
        </Group>
      )}
      {reached === true && next === 'reopen' && (
        <Group label={t('callBacks.reason')} id="reason" wrong={wrong('reason')} of="call-reason">
          <Input.TextArea
            id="call-reason"
            autoSize={{ minRows: 2, maxRows: 6 }}
            maxLength={2000}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
        </Group>
      )}
      <div className="form-foot">
        <button type="submit" className="btn primary" disabled={busy}>
          {t('callBacks.submit')} <Key>Ctrl ↵</Key>
        </button>
        {rating !== undefined && isLow(rating) && <span className="small quiet">{t('callBacks.low.title')}</span>}
      </div>
    </form>
  );
}

interface GroupProps {
  id: string;
  label: string;
  wrong: boolean;
  /** The one control it names; absent: several. */
  of?: string | undefined;
  children: ReactNode;
}

function Group({ id, label, wrong, of, children }: GroupProps): ReactNode {
  const { t } = useTranslation();
  const several = of === undefined ? { role: 'group', 'aria-labelledby': `call-${id}-label` } : {};
  return (
    <div className={`field ${wrong ? 'is-wrong' : ''}`} {...several}>
      {of === undefined ? (
        <span className="label" id={`call-${id}-label`}>
          {label}
        </span>
      ) : (
        <label htmlFor={of}>{label}</label>
      )}
      {children}
      {wrong && (
        <span className="wrong" role="alert">
          {t('callBacks.required')}
        </span>
      )}
    </div>
  );
}
