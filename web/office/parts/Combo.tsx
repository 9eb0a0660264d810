/** A text box with a list under it: typed text stays free, or one option is chosen. Arrows, Enter, Esc. */
import { type ReactNode, useId, useRef, useState } from 'react';

export interface Option {
  value: string;
  label: string;
  /** What kind of thing it is, before the label. */
  mark?: string;
  /** Said quietly at the end of the line. */
  detail?: string;
  /** Depth in a tree; 0 at the root. */
  level?: number;
}

interface Props {
  id: string;
  text: string;
  options: Option[];
  /** Shown in place of options when there are none. */
  none?: string | null;
  placeholder?: string;
  maxLength?: number;
  type: (text: string) => void;
  choose: (option: Option) => void;
  /** Called when the box is left; a picker puts the chosen words back. */
  leave?: () => void;
}

export function Combo({ id, text, options, none, placeholder, maxLength, type, choose, leave }: Props): ReactNode {
  const [open, setOpen] = useState(false);
  const [active, setActive] = useState(-1);
  const list = useRef<HTMLDivElement>(null);
  const own = useId();
  const at = Math.min(active, options.length - 1);
  const shown = open && (options.length > 0 || (none ?? '') !== '');

  const move = (to: number): void => {
    setOpen(true);
    setActive(to);
    requestAnimationFrame(() => list.current?.children[to]?.scrollIntoView({ block: 'nearest' }));
  };
  const take = (option: Option | undefined): void => {
    if (option === undefined) return;
    choose(option);
    setOpen(false);
    setActive(-1);
  };
  return (
    <div className="combo">
      <input
        id={id}
        className="combo-input"
        role="combobox"
        autoComplete="off"
        aria-autocomplete="list"
        aria-expanded={shown}
        aria-controls={shown ? `${own}list` : undefined}
        aria-activedescendant={shown && at >= 0 ? `${own}${at}` : undefined}
        value={text}
        placeholder={placeholder}
        maxLength={maxLength}
        onFocus={(event) => event.currentTarget.select()}
        onClick={() => setOpen(true)}
        onChange={(event) => {
          type(event.target.value);
          setOpen(true);
          setActive(-1);
        }}
        onBlur={() => {
          setOpen(false);
          setActive(-1);
          leave?.();
        }}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing) return;
          if (event.key === 'ArrowDown') move(at + 1 >= options.length ? 0 : at + 1);
          else if (event.key === 'ArrowUp') move(at <= 0 ? options.length - 1 : at - 1);
          else if (event.key === 'Enter' && shown && at >= 0 && !event.ctrlKey && !event.metaKey) take(options[at]);
          else if (event.key === 'Escape' && shown) setOpen(false);
          else return;
          event.preventDefault();
        }}
      />
      {shown &&
        (options.length === 0 ? (
          <p className="combo-list combo-none">{none}</p>
        ) : (
          <div className="combo-list" id={`${own}list`} ref={list} role="listbox" aria-labelledby={id} tabIndex={-1}>
            {options.map((option, index) => (
              // biome-ignore lint/a11y/useKeyWithClickEvents: the text box above has the keys
              <div
                key={option.value}
                id={`${own}${index}`}
                role="option"
                aria-selected={index === at}
                tabIndex={-1}
                style={{ paddingLeft: 12 + (option.level ?? 0) * 20 }}
                onMouseDown={(event) => event.preventDefault()}
                onClick={() => take(option)}
              >
                {option.mark !== undefined && <span className="combo-mark">{option.mark}</span>}
                <span className="grow clip">{option.label}</span>
                <span className="quiet small">{option.detail}</span>
              </div>
            ))}
          </div>
        ))}
    </div>
  );
}
