export type Instant = number;
export const HOUR: Instant = 3_600_000;
