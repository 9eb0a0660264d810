/** A line to fill in: its fields, its button, and what the server had against it. */
import { type FormEvent, type ReactNode, useState } from 'react';
import { useProblemText } from '../shell/Fallbacks.tsx';
import { useDeed } from './data.ts';

interface Props {
  label: string;
  submit: string;
  path: string;
  /** null: something is missing still. */
  body: () => object | null;
  missing: string;
  done: () => void;
  children: ReactNode;
}

export function Entry({ label, submit, path, body, missing, done, children }: Props): ReactNode {
  const say = useProblemText();
  const deed = useDeed(false);
  const [gap, setGap] = useState(false);
  const send = (event: FormEvent): void => {
    event.preventDefault();
    const sent = body();
    setGap(sent === null);
    if (sent !== null && !deed.isPending) deed.mutate({ path, body: sent }, { onSuccess: done });
  };
  return (
    <form className="entry" aria-label={label} onSubmit={send} noValidate>
      <h3>{label}</h3>
      {children}
      <button type="submit" className="btn primary" disabled={deed.isPending}>
        {submit}
      </button>
      <p role="alert" className="wrong">
        {gap ? missing : deed.error === null ? '' : say(deed.error)}
      </p>
    </form>
  );
}

export function Labelled({ id, text, children }: { id: string; text: string; children: ReactNode }): ReactNode {
  return (
    <div className="labelled">
      <label htmlFor={id}>{text}</label>
      {children}
    </div>
  );
}
