/** The state of a clause: a shape and a word, never colour alone. */
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ClauseState } from './search.ts';

const SHAPES: Record<ClauseState, string> = {
  executed: '✓',
  presented: '◻',
  waiting: '◷',
  declined: '⊘',
  missing: '!',
};

export function State({ of, brief = false }: { of: ClauseState; brief?: boolean }): ReactNode {
  const { t } = useTranslation();
  const word = t(`reading.states.${of}`);
  return (
    <span className={`clause-state ${of}`}>
      <span aria-hidden="true">{SHAPES[of]}</span>
      {brief ? <span className="hidden">{word}</span> : ` ${word}`}
    </span>
  );
}
