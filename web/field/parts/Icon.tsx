/** Signs beside words, never instead of them. */
import type { ReactNode } from 'react';

const PATHS = {
  tick: 'M1.4 6.4 4.6 9.6 10.8 2.6',
  up: 'M6 10.5V2M2.5 5.500 6 2l3.500 3.500',
  back: 'M7.500 2 3.500 6l4 4',
  on: 'M4.500 2l4 4-4 4',
  away: 'M1.200 4.600a7 7 0 0 1 9.600 0M3.200 6.900a4 4 0 0 1 5.600 0M5.900 9.600h.2M1.600 1.200l8.800 9.600',
  pin: 'M6 11S2.200 7.300 2.200 4.700a3.800 3.800 0 0 1 7.600 0C9.800 7.300 6 11 6 11zM6 3.600v2.200',
} as const;

export const Icon = ({ sign, size = 16 }: { sign: keyof typeof PATHS; size?: number }): ReactNode => (
  <svg viewBox="0 0 12 12" width={size} height={size} aria-hidden="true" className="icon">
    <path d={PATHS[sign]} fill="none" stroke="currentColor" strokeWidth={sign === 'tick' ? 2 : 1.3} />
  </svg>
);
