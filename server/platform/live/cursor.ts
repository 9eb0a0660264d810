/** How far somebody has read: the database it was, and the snapshot up to which he saw everything. */
export interface Cursor {
  /** Another database counts its transactions otherwise. */
  system: string;
  /** As PostgreSQL writes it: `xmin:xmax:xip,xip`. */
  snapshot: string;
  /** Every transaction before it had ended. */
  xmin: bigint;
  /** No transaction from it on had begun. */
  xmax: bigint;
}

/** No honest cursor is longer: as many transactions as a server has connections. */
const LONGEST = 8000;
/** A transaction's number has 64 bits. */
const LAST_XID = 2n ** 64n - 1n;

/** Each sign can stand in one place only: read in one go, whatever was sent. */
const WRITTEN = /^(\d{1,20})\.(\d{1,20}):(\d{1,20}):((?:\d{1,20}(?:,\d{1,20})*)?)$/;

export const writeCursor = (system: string, snapshot: string): string => `${system}.${snapshot}`;

/** Null for what no server of ours can have written. */
export function readCursor(text: string): Cursor | null {
  if (text.length > LONGEST) return null;
  const [, system, from, to, between = ''] = WRITTEN.exec(text) ?? [];
  if (system === undefined || from === undefined || to === undefined) return null;
  const xmin = BigInt(from);
  const xmax = BigInt(to);
  const running = between === '' ? [] : between.split(',').map(BigInt);
  const rising = running.every((xid, index) => xid >= xmin && xid < xmax && xid > (running[index - 1] ?? -1n));
  if (xmin === 0n || xmax < xmin || xmax > LAST_XID || !rising) return null;
  return { system, snapshot: `${from}:${to}:${between}`, xmin, xmax };
}
