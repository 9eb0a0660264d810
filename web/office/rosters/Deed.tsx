/** A button that does one thing; what the server has against it is said. */
import type { ReactNode } from 'react';
import { useDeed } from './data.ts';

interface Props {
  path: string;
  body: () => object;
  text: string;
  /** Where the text alone does not say whom it is about. */
  label?: string;
  look?: string;
  disabled?: boolean;
  done?: (answer: Record<string, number>) => void;
}

export function Deed({ path, body, text, label, look = 'link small', disabled = false, done }: Props): ReactNode {
  const deed = useDeed(true);
  return (
    <button
      type="button"
      className={look}
      disabled={disabled || deed.isPending}
      aria-label={label}
      onClick={() => deed.mutate({ path, body: body() }, { onSuccess: done })}
    >
      {text}
    </button>
  );
}
