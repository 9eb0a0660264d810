/** The log: lines of JSON that say what happened and never about whom. */
import pg from 'pg';
import { type DestinationStream, type Logger, pino } from 'pino';

export const openLog = (to?: DestinationStream, name?: string): Logger => {
  const options = { base: undefined, serializers: { err: withoutValues }, ...(name !== undefined && { name }) };
  return to ? pino(options, to) : pino(options);
};

/**
 * An error as the log may hold it. What a database says beside its message quotes the row, and what cannot be read as
 * a number, a day or JSON is quoted in the message itself: who it was about does not belong into the log.
 */
export function withoutValues(error: unknown): unknown {
  if (!(error instanceof Error)) return error;
  const { code, constraint, table } = error as Error & Record<string, unknown>;
  const quoting = error instanceof SyntaxError || (error instanceof pg.DatabaseError && /^22/.test(error.code ?? ''));
  const message = quoting ? error.message.replace(/"[\s\S]*"|'[\s\S]*'/g, '"…"') : error.message;
  // the stack begins with the message
  const stack = error.stack?.replace(error.message, () => message);
  return { type: error.name, message, stack, code, constraint, table };
}
