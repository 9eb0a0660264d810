import type { ReactNode } from 'react';

/** A key beside the words of a button: seen, not read aloud. */
export function Key({ children }: { children: ReactNode }): ReactNode {
  return (
    <span className="key" aria-hidden="true">
      {children}
    </span>
  );
}
