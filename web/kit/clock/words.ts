/** The words a clock says; the screen that uses it gives them in its language. */
import { createContext, useContext } from 'react';
import type { DayWords, UnitWords } from '../time.ts';
import type { Saying } from './face.ts';

export interface ClockTexts {
  units: UnitWords;
  days: DayWords;
  says: Record<Saying, string>;
  starts: string;
  due: string;
  stopped: string;
  warns: string;
  now: string;
}

const Words = createContext<ClockTexts | null>(null);
export const ClockTextsProvider = Words.Provider;

export function useClockWords(): ClockTexts {
  const words = useContext(Words);
  if (words === null) throw new Error('a clock needs ClockTextsProvider above it');
  return words;
}
