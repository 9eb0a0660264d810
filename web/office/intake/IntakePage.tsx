/** 受理: the elements on the left, the call in the middle, on the right what the rulebook would start and what this place reported before. */
import { useNavigate } from '@tanstack/react-router';
import { App } from 'antd';
import { type FormEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call, newKey, Problem } from '../../kit/client.ts';
import type { Duplicate } from '../../kit/views.ts';
import { queryClient, useDuplicates, useElements, useIntakeForm, useWaitingLetters } from '../data.ts';
import { Duplicates } from '../orders/Duplicates.tsx';
import { Key } from '../parts/Key.tsx';
import { useSettled } from '../parts/settled.ts';
import { useProblemText } from '../shell/Fallbacks.tsx';
import { Ahead } from './Ahead.tsx';
import { CallForm } from './CallForm.tsx';
import { Decline } from './Decline.tsx';
import {
  bodyOf,
  checkable,
  classificationOf,
  type Draft,
  draftOf,
  emptyDraft,
  isPraise,
  keepDraft,
  keptDraft,
} from './draft.ts';
import { Elements } from './Elements.tsx';
import { Ledger } from './Ledger.tsx';
import { Waiting } from './Waiting.tsx';

export function IntakePage(): ReactNode {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { message } = App.useApp();
  const say = useProblemText();
  const [draft, setDraft] = useState<Draft>(keptDraft);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [busy, setBusy] = useState(false);
  const [declining, setDeclining] = useState(false);
  const [reason, setReason] = useState<'irrelevant' | 'outside-duty'>('irrelevant');
  const [left, setLeft] = useState<'elements' | 'waiting' | 'ledger'>('elements');
  const waiting = useWaitingLetters();
  const attempt = useRef<{ body: string; key: string } | null>(null);
  const settled = useSettled(draft, 350);
  const elements = useElements(bodyOf(settled), checkable(settled));
  const form = useIntakeForm(draft.event, draft.channel);
  const found = useDuplicates(bodyOf(settled), checkable(settled) && settled.place.trim() !== '');
  const same = checkable(settled) && settled.place.trim() !== '' ? (found.data ?? []) : [];
  const praise = isPraise(draft);
  const first = same.find(({ open }) => open);

  const change = (part: Partial<Draft>): void => {
    setDraft((before) => {
      // what was asked of one kind of report is not asked of another
      const anew = part.event !== undefined && part.event !== before.event ? { facts: {} } : {};
      const after = { ...before, ...anew, ...part };
      keepDraft(after);
      return after;
    });
  };
  const begin = (next: Draft): void => {
    keepDraft(next);
    setDraft(next);
    setProblem(null);
  };
  const clear = (): void => begin(emptyDraft());
  const openDecline = (why: 'irrelevant' | 'outside-duty'): void => {
    setReason(why);
    setDeclining(true);
  };
  /** The next letter is put before the desk; what was being typed has been sent. */
  const decided = (id: number | undefined): void => {
    const letters = waiting.data?.items ?? [];
    const at = letters.findIndex((one) => one.id === id);
    const next = at < 0 ? undefined : (letters[at + 1] ?? letters[at - 1]);
    begin(next === undefined ? emptyDraft() : draftOf(next));
    if (id !== undefined) void queryClient.invalidateQueries({ queryKey: ['waiting'] });
  };
  const send = async (
    path: string,
    body: Record<string, unknown>,
  ): Promise<{ order?: { id: number; number: string } } | null> => {
    setBusy(true);
    setProblem(null);
    const text = JSON.stringify([path, body]);
    if (attempt.current?.body !== text) attempt.current = { body: text, key: newKey() };
    try {
      return await call('POST', path, { body, key: attempt.current.key });
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      setProblem(error);
      return null;
    } finally {
      setBusy(false);
    }
  };
  const submit = async (event?: FormEvent, same?: Duplicate): Promise<void> => {
    event?.preventDefault();
    if (busy) return;
    if (praise) return register();
    const { letter } = draft;
    const joining = same === undefined ? {} : { joinOrderId: same.orderId };
    const answer =
      letter === null
        ? await send('/api/requests', { ...bodyOf(draft), ...joining })
        : await send(`/api/requests/${letter.id}/open`, { ...classificationOf(draft), ...joining });
    if (answer?.order === undefined) return;
    decided(letter?.id);
    if (letter !== null) {
      void message.success(t('waiting.done', { ref: letter.ref, number: answer.order.number }));
      void queryClient.invalidateQueries({ queryKey: ['orders'] });
      return;
    }
    void message.success(t(same === undefined ? 'intake.done' : 'merging.joined', { number: answer.order.number }));
    void queryClient.invalidateQueries({ queryKey: ['orders'] });
    await navigate({ to: '/orders/$orderId', params: { orderId: String(answer.order.id) } });
  };
  const register = async (): Promise<void> => {
    const { letter, event } = draft;
    const thanks = draft.thanks.trim() === '' ? t('contact.thanksText') : draft.thanks.trim();
    const answer =
      letter === null
        ? await send('/api/requests/register', { ...bodyOf(draft), thanks })
        : await send(`/api/requests/${letter.id}/register`, { event, thanks });
    if (answer === null) return;
    decided(letter?.id);
    void queryClient.invalidateQueries({ queryKey: ['answered'] });
    void message.success(t('contact.registeredDone'));
  };
  const decline = async (words: { reason: string; explanation: string; handedTo?: string }): Promise<boolean> => {
    const { letter } = draft;
    const answer =
      letter === null
        ? await send('/api/requests/decline', { ...bodyOf(draft), ...words })
        : await send(`/api/requests/${letter.id}/decline`, words);
    if (answer === null) return false;
    decided(letter?.id);
    void queryClient.invalidateQueries({ queryKey: ['answered'] });
    void message.success(t('intake.declined'));
    return true;
  };

  const waitingCount = `${waiting.data?.items.length ?? 0}${waiting.data?.next == null ? '' : '+'}`;
  // With Alt, so that it works while the call is being typed.
  const joinFirst = useRef<() => void>(() => undefined);
  joinFirst.current = () => {
    if (first !== undefined && !declining) void submit(undefined, first);
  };
  useEffect(() => {
    const listen = (event: KeyboardEvent): void => {
      if (!event.altKey || event.ctrlKey || event.metaKey || event.code !== 'KeyJ') return;
      event.preventDefault();
      joinFirst.current();
    };
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, []);

  return (
    <div className="intake">
      <aside className="left" aria-label={t('waiting.view')}>
        <div className="tabs" role="tablist">
          {(['elements', 'waiting', 'ledger'] as const).map((one) => (
            <button
              key={one}
              type="button"
              role="tab"
              id={`left-${one}`}
              aria-selected={left === one}
              aria-controls="left-pane"
              onClick={() => setLeft(one)}
            >
              {one === 'elements'
                ? t('waiting.elements')
                : one === 'waiting'
                  ? t('waiting.count', { n: waitingCount })
                  : t('contact.ledger')}
            </button>
          ))}
        </div>
        <div id="left-pane" className="left-pane" role="tabpanel" aria-labelledby={`left-${left}`}>
          {left === 'elements' ? (
            <Elements answer={elements.data} draft={draft} />
          ) : left === 'ledger' ? (
            <Ledger />
          ) : (
            <Waiting
              letters={waiting.data?.items ?? []}
              more={waiting.data?.next != null}
              chosen={draft.letter?.id ?? null}
              choose={(letter) => begin(draftOf(letter))}
            />
          )}
        </div>
      </aside>
      <section className="middle" aria-labelledby="intake-title">
        <header className="order-head row">
          <h1 id="intake-title" className="grow">
            {draft.letter === null ? t('intake.title') : t('waiting.reading', { ref: draft.letter.ref })}
          </h1>
          {draft.letter === null && <span className="small quiet">{t('intake.draft')}</span>}
          <button type="button" className="btn low" onClick={clear}>
            {t(draft.letter === null ? 'intake.clear' : 'waiting.leave')}
          </button>
        </header>
        <form
          id="intake"
          className="intake-form"
          onSubmit={(event) => void submit(event)}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void submit();
          }}
          noValidate
        >
          <div aria-live="assertive">
            {problem !== null && !declining && (
              <div className="notice bad" style={{ marginBottom: 12 }}>
                {problem.code === 'offline' ? t('act.offline') : say(problem)}
                {(problem.body.fields?.length ?? 0) > 0 && (
                  <div className="small">{problem.body.fields?.map((one) => one.message).join('；')}</div>
                )}
              </div>
            )}
          </div>
          <CallForm
            draft={draft}
            change={change}
            extra={form.data ?? null}
            routing={checkable(draft) ? (elements.data?.routing ?? []) : []}
            decline={openDecline}
          />
        </form>
        <div className="actions">
          <button type="submit" form="intake" className="btn primary" disabled={busy}>
            {busy ? t('intake.submitting') : t(praise ? 'contact.register' : 'intake.submit')} <Key>Ctrl ↵</Key>
          </button>
          <button type="button" className="btn" onClick={() => openDecline('irrelevant')}>
            {t('intake.decline')}
          </button>
          <span className="grow" />
          {elements.data !== undefined && (
            <span className={elements.data.ready ? 'muted' : 'quiet'}>
              {elements.data.ready
                ? t('intake.ready')
                : t('intake.notReady', { n: elements.data.elements.filter((one) => !one.ok).length })}
            </span>
          )}
        </div>
        <Decline
          open={declining}
          first={reason}
          busy={busy}
          problem={problem === null ? null : say(problem)}
          close={() => setDeclining(false)}
          decline={decline}
        />
      </section>
      <Ahead draft={settled}>
        <Duplicates
          items={same}
          busy={busy}
          act={(one) => void submit(undefined, one)}
          join={(one) => ({ name: t('merging.join'), key: one === first ? 'Alt J' : null })}
        />
      </Ahead>
    </div>
  );
}
