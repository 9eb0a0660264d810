/** What every form stands in, and the button at its foot. */
import { type ReactNode, useState } from 'react';
import type { Shown } from '../app/shown.ts';
import { Head, NetworkBar } from '../shell/Frame.tsx';

export function Frame({
  shown,
  title,
  wrong,
  children,
}: {
  shown: Shown;
  title: string;
  wrong: string | null;
  children: ReactNode;
}): ReactNode {
  return (
    <>
      <NetworkBar />
      <Head title={title} above={{ page: 'order', order: shown.view.id }} />
      <main className="page act">
        <p className="quiet act-of">
          {shown.view.number} · {shown.view.eventName} · {shown.view.place}
        </p>
        <div role="alert">{wrong !== null && <p className="wrong box">{wrong}</p>}</div>
        {children}
      </main>
    </>
  );
}

export function Foot({
  label,
  disabled = false,
  send,
}: {
  label: string;
  disabled?: boolean;
  send: () => Promise<void>;
}): ReactNode {
  const [busy, setBusy] = useState(false);
  return (
    <div className="form-foot">
      <button
        type="button"
        className="main"
        disabled={disabled || busy}
        onClick={() => {
          setBusy(true);
          void send().finally(() => setBusy(false));
        }}
      >
        {label}
      </button>
    </div>
  );
}
