import type { ReactNode } from 'react';
import type { Word } from '../../kit/views.ts';

interface ChoicesProps {
  name: string;
  value: string | undefined;
  choices: Word[];
  change: (value: string) => void;
}

/** Few choices, all in sight: arrows move between them. */
export function Choices({ name, value, choices, change }: ChoicesProps): ReactNode {
  return (
    <div className="choices">
      {choices.map((choice, index) => (
        <label key={choice.id} className="choice">
          <input
            type="radio"
            id={index === 0 ? name : undefined}
            name={name}
            checked={value === choice.id}
            onChange={() => change(choice.id)}
          />
          <span>{choice.name}</span>
        </label>
      ))}
    </div>
  );
}
