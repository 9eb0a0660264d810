/** 待确认事项: what the rulebook leaves to the utility, each with its article, its words and what holds meanwhile. */
import { Input, Skeleton } from 'antd';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../../kit/client.ts';
import { type Question, useAdoption, useSaying } from './data.ts';
import { Refused } from './RulebookStep.tsx';

type Given = Record<string, { confirmed: true; value?: string } | null>;

const useAnswer = () =>
  useSaying((answers: Given) => call('PUT', '/api/regulations/adoption/answers', { body: { answers } }));

export function Limits(): ReactNode {
  const { t } = useTranslation();
  const adoption = useAdoption();
  const all = useAnswer();
  if (adoption.data === undefined) return <Skeleton active={false} paragraph={{ rows: 6 }} />;
  const { questions, base } = adoption.data;
  if (base === null) return <p className="empty">{t('setUp.missing.rulebook-not-chosen')}</p>;
  const open = questions.filter(({ confirmed }) => !confirmed);
  const rest = open.filter(({ kind }) => kind !== 'limit');
  const groups = ['limit', 'document', 'assumed'] as const;
  return (
    <>
      <p role="status">
        {t('setUp.limits.state', { open: open.length, all: questions.length })}{' '}
        {rest.length > 0 && (
          <button
            type="button"
            className="btn"
            disabled={all.isPending}
            onClick={() => all.mutate(Object.fromEntries(rest.map(({ key }) => [key, { confirmed: true as const }])))}
          >
            {t('setUp.limits.confirmRest', { n: rest.length })}
          </button>
        )}
      </p>
      {all.error !== null && <Refused error={all.error} />}
      {groups.map((kind) => {
        const here = questions.filter((one) => one.kind === kind);
        return here.length === 0 ? null : (
          <section key={kind}>
            <h3>{t(`setUp.limits.kinds.${kind}`)}</h3>
            {here.map((question) => (
              <One key={`${question.key} ${question.confirmed} ${question.value}`} question={question} />
            ))}
          </section>
        );
      })}
    </>
  );
}

function One({ question }: { question: Question }): ReactNode {
  const { t } = useTranslation();
  const answer = useAnswer();
  const { key, entry, field, article, quote, reading, assumed, editable, words, confirmed, value } = question;
  const [text, setText] = useState(value ?? assumed ?? '');
  const name = words.length > 0 ? words.join('、') : `${entry} · ${field}`;
  const changed = editable && text.trim() !== '' && text.trim() !== assumed;
  return (
    <article className="set-up-question">
      <div>
        <b>{name}</b> <span className="small muted">{article}</span>
        <blockquote className="small">{quote}</blockquote>
        {reading !== null && <p className="small quiet">{reading}</p>}
      </div>
      <div className="set-up-answer">
        {editable ? (
          <Input
            aria-label={t('setUp.limits.value', { name })}
            value={text}
            disabled={confirmed}
            maxLength={200}
            onChange={(event) => setText(event.target.value)}
          />
        ) : (
          assumed !== null && <code className="small clip">{assumed}</code>
        )}
        {confirmed ? (
          <span className="row">
            <span className="set-up-done">{t(value === null ? 'setUp.limits.confirmed' : 'setUp.limits.changed')}</span>
            <button type="button" className="link small" onClick={() => answer.mutate({ [key]: null })}>
              {t('setUp.limits.undo')}
              <span className="hidden"> {name}</span>
            </button>
          </span>
        ) : (
          <button
            type="button"
            className="btn"
            disabled={answer.isPending}
            onClick={() => answer.mutate({ [key]: { confirmed: true, ...(changed ? { value: text.trim() } : {}) } })}
          >
            {t(changed ? 'setUp.limits.change' : 'setUp.limits.confirm')}
            <span className="hidden"> {name}</span>
          </button>
        )}
      </div>
      {answer.error !== null && <Refused error={answer.error} />}
    </article>
  );
}
