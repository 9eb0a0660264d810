/** The clock 时钟, the same everywhere: shape and words, a bar from start to due. Sizes chip, row and panel. */
import { type ReactNode, useLayoutEffect, useRef, useState } from 'react';
import { useNow } from '../live.ts';
import { hm, shortTime, span } from '../time.ts';
import type { ClockTimes, ClockView } from '../views.ts';
import { type Face, face, type Label, placeLabels, type Tone } from './face.ts';
import { useClockWords } from './words.ts';
import './clock.css';

export function Shape({ tone }: { tone: Tone }): ReactNode {
  return (
    <svg className="clock-shape" viewBox="0 0 12 12" aria-hidden="true">
      {tone === 'run' && (
        <>
          <circle cx="6" cy="6" r="4.75" fill="none" stroke="currentColor" strokeWidth="1.5" />
          <path d="M6 3.4V6l1.8 1.1" fill="none" stroke="currentColor" strokeWidth="1.3" />
        </>
      )}
      {tone === 'warn' && (
        <>
          <path d="M6 .9 11.6 11H.4z" fill="var(--warn)" />
          <path d="M6 4.4v3M6 8.5v1.2" stroke="#2b1a00" strokeWidth="1.4" />
        </>
      )}
      {tone === 'late' && (
        <>
          <rect x=".5" y=".5" width="11" height="11" rx="1" fill="currentColor" />
          <path d="M6 2.6v4M6 8v1.5" stroke="var(--panel)" strokeWidth="1.6" />
        </>
      )}
      {tone === 'pause' && <path d="M1.5 1h3v10h-3zM7.5 1h3v10h-3z" fill="currentColor" />}
      {tone === 'met' && <path d="M1.4 6.4 4.6 9.6 10.8 2.6" fill="none" stroke="currentColor" strokeWidth="2" />}
      {tone === 'none' && <path d="M1.5 6h9" stroke="currentColor" strokeWidth="1.6" />}
    </svg>
  );
}

function useFaceText(shown: Face): string {
  const words = useClockWords();
  const length = shown.length === null ? '' : span(shown.length, words.units);
  return words.says[shown.says].replace('{length}', length).trim();
}

/** Shape and words: `还剩 12 分`. */
export function ClockWords({ clock }: { clock: ClockTimes }): ReactNode {
  const shown = face(clock, useNow());
  const text = useFaceText(shown);
  return (
    <span className={`clock-words ${shown.tone}`}>
      <Shape tone={shown.tone} />
      <span>{text}</span>
    </span>
  );
}

function Bar({ shown, height, warning = true }: { shown: Face; height: number; warning?: boolean }): ReactNode {
  const percent = (share: number): string => `${(share * 100).toFixed(2)}%`;
  return (
    <span className="clock-bar" style={{ height }} aria-hidden="true">
      {shown.pieces.map((piece) => (
        <i
          key={`${piece.kind}${piece.at}`}
          className={piece.kind}
          style={{ left: percent(piece.at), width: percent(piece.width) }}
        />
      ))}
      {warning && shown.warnTick !== null && <i className="warn-tick" style={{ left: percent(shown.warnTick) }} />}
      {shown.dueTick !== null && <i className="due-tick" style={{ left: percent(shown.dueTick) }} />}
    </span>
  );
}

/** In a row, with the warning's tick; `thin` in a list, without it. */
export function ClockBar({ clock, thin = false }: { clock: ClockTimes; thin?: boolean }): ReactNode {
  return <Bar shown={face(clock, useNow())} height={thin ? 4 : 6} warning={!thin} />;
}

/** For a list: name, words, and below them what the caller gives beside a short bar. */
export function ClockChip({ clock, name, beside }: { clock: ClockTimes; name: string; beside?: ReactNode }): ReactNode {
  return (
    <span className="clock-chip">
      <span className="clock-chip-line">
        <span className="quiet small">{name}</span>
        <ClockWords clock={clock} />
      </span>
      <span className="clock-chip-line">
        {beside}
        <span className="clock-chip-bar">
          <ClockBar clock={clock} thin />
        </span>
      </span>
    </span>
  );
}

/** The large bar with its labels. */
export function ClockPanel({ clock }: { clock: ClockView }): ReactNode {
  const now = useNow();
  const shown = face(clock, now);
  const words = useClockWords();
  const box = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(752);
  useLayoutEffect(() => {
    const element = box.current;
    if (element === null) return;
    const observer = new ResizeObserver(() => setWidth(element.clientWidth));
    observer.observe(element);
    setWidth(element.clientWidth);
    return () => observer.disconnect();
  }, []);

  const at = (instant: string | number): number => {
    const value = typeof instant === 'number' ? instant : Date.parse(instant);
    return (Math.min(1, Math.max(0, (value - shown.from) / (shown.until - shown.from))) || 0) * width;
  };
  const time = (instant: string | number): string => shortTime(instant, now, words.days);
  const labels: (Label & { text: string; tone?: string })[] = [];
  const add = (id: string, position: number, text: string, row: Label['row'], rank: number, tone?: string): void => {
    labels.push({ id, at: position, width: textWidth(text), row, rank, text, ...(tone === undefined ? {} : { tone }) });
  };
  add('start', 0, `${time(clock.startAt)} ${words.starts.replace('{name}', clock.fromName)}`, 'above', 1);
  if (clock.dueAt !== null) add('due', at(clock.dueAt), `${time(clock.dueAt)} ${words.due}`, 'below', 0, 'strong');
  if (clock.stoppedAt !== null)
    add('stop', at(clock.stoppedAt), `${time(clock.stoppedAt)} ${words.stopped}`, 'above', 2, 'strong');
  else if (shown.says !== 'cancelled' && shown.says !== 'waiting') {
    add('now', at(now), `${words.now} ${hm(now)}`, 'above', 2, 'strong');
  }
  if (shown.warnTick !== null && clock.warnAt !== null)
    add('warn', at(clock.warnAt), `${time(clock.warnAt)} ${words.warns}`, 'below', 3, 'warn');
  clock.pauses.forEach((pause, index) => {
    const from = Date.parse(pause.from);
    const until = pause.until === null ? now : Date.parse(pause.until);
    const text = `${time(from)}–${pause.until === null ? '' : hm(until)} ${words.says.paused.replace('{length}', span(until - from, words.units))}`;
    add(`pause${index}`, (at(from) + at(until)) / 2, text, 'above', 4);
  });
  const placed = new Map(placeLabels(labels, width).map((place) => [place.id, place]));
  return (
    <div className="clock-panel" ref={box}>
      {labels.map((label) => {
        const place = placed.get(label.id);
        if (place === undefined) return null;
        return (
          <span
            key={label.id}
            className={`clock-label ${place.row} ${label.tone ?? ''}`}
            style={{ left: place.left, width: label.width }}
          >
            {label.text}
          </span>
        );
      })}
      <Bar shown={shown} height={12} />
      <i className="clock-mark" style={{ left: 0 }} />
      {clock.dueAt !== null && <i className="clock-mark" style={{ left: Math.max(0, at(clock.dueAt) - 1) }} />}
      {clock.stoppedAt === null && placed.has('now') && (
        <i className="clock-mark now" style={{ left: Math.max(0, at(now) - 1) }} />
      )}
    </div>
  );
}

/** Near enough at 12 px without measuring: wide characters 12, others 6.8. */
function textWidth(text: string): number {
  let width = 2;
  for (const letter of text) width += letter.charCodeAt(0) > 0x2e7f ? 12.2 : 7;
  return Math.ceil(width);
}
