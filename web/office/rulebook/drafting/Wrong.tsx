/** Why it was refused: of a rulebook that is not sound each defect with file, line and what would be right. */
import { type ReactNode, useEffect, useRef } from 'react';
import { Problem } from '../../../kit/client.ts';
import { useProblemText } from '../../shell/Fallbacks.tsx';

export function Wrong({ error }: { error: unknown }): ReactNode {
  const say = useProblemText();
  const said = useRef<HTMLDivElement>(null);
  // below the fold of a long form it would go unseen
  useEffect(() => {
    if (error) said.current?.scrollIntoView({ block: 'nearest' });
  }, [error]);
  if (error === null || error === undefined) return null;
  const defects = error instanceof Problem && error.code === 'pack-has-errors' ? (error.body.fields ?? []) : [];
  return (
    <div role="alert" ref={said} className="late-text small">
      {defects.length === 0
        ? say(error)
        : defects.map(({ path, message }) => (
            <p key={`${path} ${message}`}>
              {path} {message}
            </p>
          ))}
    </div>
  );
}
