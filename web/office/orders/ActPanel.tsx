/** The compact form of one command, above the action bar. Nothing typed is lost: not by a conflict, a lost line, or Esc. */
import { useNavigate } from '@tanstack/react-router';
import { App } from 'antd';
import { type FormEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Acting, bodyOf, type Field, fieldsOf, missing, startValues, type Values } from '../../kit/acts.ts';
import { call, newKey, Problem } from '../../kit/client.ts';
import { local } from '../../kit/time.ts';
import type { Allowed, OrderDetail } from '../../kit/views.ts';
import { useOrderChanged, useVocabulary } from '../data.ts';
import { Key } from '../parts/Key.tsx';
import { useProblemText } from '../shell/Fallbacks.tsx';
import { FieldInput } from './FieldInput.tsx';
import { Meanwhile, useMeanwhile } from './Meanwhile.tsx';
import { useUpload } from './Photos.tsx';

const drafts = new Map<string, Values>();

interface Props {
  order: OrderDetail;
  acting: Acting;
  allowed: Allowed | undefined;
  reload: () => Promise<OrderDetail | undefined>;
  close: () => void;
}

export function ActPanel({ order, acting, allowed, reload, close }: Props): ReactNode {
  const { t } = useTranslation();
  const say = useProblemText();
  const navigate = useNavigate();
  const { message } = App.useApp();
  const changed = useOrderChanged();
  const vocabulary = useVocabulary().data;
  const upload = useUpload(order.id);
  const { command } = acting;
  const ask = acting.ask ?? order.asks.find((one) => one.decidedAt === null && command === `decide-${one.kind}`);
  const draft = `${order.id}/${command}/${ask?.id ?? acting.requestId ?? ''}`;
  const [values, setValues] = useState<Values>(() => drafts.get(draft) ?? startValues(acting, order, allowed));
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [conflict, setConflict] = useState<string | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const meanwhile = useMeanwhile(order);
  const attempt = useRef<{ body: string; key: string } | null>(null);
  const form = useRef<HTMLFormElement>(null);
  const fields = fieldsOf(command, allowed, order).filter((field) => field.when?.(values) ?? true);
  const gaps = missing(fields, values);
  const told = (field: Field): string | null => {
    if (tried && gaps.includes(field.id)) return t('act.required');
    const own = field.own ?? field.id;
    return (
      problem?.body.fields?.find(({ path }) => path === field.id || path.split(/[./]/).at(-1) === own)?.message ?? null
    );
  };
  const name = allowed?.name ?? vocabulary?.commands.find((one) => one.id === command)?.name ?? command;

  useEffect(() => {
    form.current
      ?.querySelector<HTMLElement>('input:not([type="file"]), textarea, button.drop, [tabindex="0"]')
      ?.focus();
    return () => form.current?.blur();
  }, []);
  const change = (id: string, value: unknown): void => {
    setValues((before) => {
      const after = { ...before, [id]: value };
      drafts.set(draft, after);
      return after;
    });
  };

  const submit = async (event?: FormEvent): Promise<void> => {
    event?.preventDefault();
    if (busy) return;
    setTried(true);
    if (gaps.length > 0) {
      document.getElementById(`act-${gaps[0]}`)?.focus();
      return;
    }
    setBusy(true);
    setProblem(null);
    setConflict(null);
    try {
      let answer: OrderDetail | null = null;
      if (command === 'attach') {
        if (!(await upload.send())) return;
      } else {
        const body = bodyOf(fields, values, order, ask);
        const text = JSON.stringify(body);
        // The same attempt after a lost line keeps its key: it cannot happen twice.
        if (attempt.current?.body !== text) attempt.current = { body: text, key: newKey() };
        answer = await call<OrderDetail>('POST', `/api/orders/${order.id}/${command}`, {
          body,
          key: attempt.current.key,
        });
      }
      drafts.delete(draft);
      changed(answer?.id === order.id ? answer : null, order.id);
      // Merged: the work goes on elsewhere.
      if (answer !== null && answer.id !== order.id)
        await navigate({ to: '/orders/$orderId', params: { orderId: String(answer.id) } });
      void message.success(t('act.done', { name }));
      close();
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      if (error.status === 409 && error.code === 'order-changed') {
        await reload();
        setConflict(error.body.detail ?? '');
      } else {
        setProblem(error);
        const path = error.body.fields?.[0]?.path;
        const wrong = fields.find(
          (field) => path === field.id || path?.split(/[./]/).at(-1) === (field.own ?? field.id),
        );
        if (wrong !== undefined) document.getElementById(`act-${wrong.id}`)?.focus();
      }
    } finally {
      setBusy(false);
    }
  };

  return (
    <section
      className="act"
      aria-label={name}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && !event.defaultPrevented) close();
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void submit();
      }}
    >
      <div className="act-head">
        <h2>{name}</h2>
        {allowed?.article !== undefined && <span className="small quiet clip">{allowed.article}</span>}
        {allowed?.form !== undefined && (
          <span className="small quiet clip grow" title={allowed.form.quote}>
            {allowed.form.article}：“{allowed.form.quote}”
          </span>
        )}
      </div>
      <form ref={form} onSubmit={(event) => void submit(event)} noValidate>
        <div aria-live="assertive">
          {conflict === null && <Meanwhile items={meanwhile} />}
          {conflict !== null && (
            <p className="notice warn">
              {conflict} {t('act.conflictKept')}
            </p>
          )}
          {problem !== null && (
            <div className="notice bad">
              {problem.code === 'offline' ? t('act.offline') : say(problem)}
              {problem.body.article !== undefined && (
                <div className="small muted">
                  {problem.body.article}
                  {problem.body.quote !== undefined && `：“${problem.body.quote}”`}
                </div>
              )}
            </div>
          )}
          {!(allowed?.enabled ?? false) && (conflict !== null || meanwhile.length > 0) && (
            <p className="notice bad">
              {t('act.unavailable', { name })}
              {allowed?.reason !== undefined && `：${allowed.reason}`}
            </p>
          )}
        </div>
        {ask !== undefined && command.startsWith('decide-') && (
          <p className="notice">
            {t(`side.askKinds.${ask.kind}`)} ·{' '}
            {t('side.askedBy', { name: ask.askedBy, at: local(ask.askedAt).format('MM-DD HH:mm') })}
            {ask.until !== null && ` · ${t('side.until', { at: local(ask.until).format('MM-DD HH:mm') })}`}
            <br />
            {ask.reason}
            {ask.basis !== '' && `（${ask.basis}）`}
          </p>
        )}
        <div className="fields">
          {fields.map((field) => (
            <FieldInput
              key={field.id}
              field={field}
              order={order}
              allowed={allowed}
              values={values}
              change={change}
              wrong={told(field)}
              upload={upload}
            />
          ))}
        </div>
        <div className="form-foot">
          <button type="submit" className="btn primary" disabled={busy}>
            {busy ? t('act.submitting') : conflict !== null ? t('act.again') : t('act.submit')} <Key>Ctrl ↵</Key>
          </button>
          <button type="button" className="btn" onClick={close}>
            {t('act.cancel')} <Key>Esc</Key>
          </button>
        </div>
      </form>
    </section>
  );
}
