/** Slips 通知单: what the rulebook wants handed over or posted, written by its forms, printed, served. */
export { messages } from './messages.ts';
export { routes } from './routes.ts';
