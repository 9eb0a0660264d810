/** Rosters 排班: shifts, lists of liaisons and handlers, stand-ins, handovers of a shift. */
export { colleaguesOf } from './actions/colleagues.ts';
export { verifyHandovers } from './actions/handovers.ts';
export { type SavedShift, saveShifts } from './actions/save-shifts.ts';
export { contributeMatters, type Matter } from './contributions.ts';
export { messages } from './messages.ts';
export { routes } from './routes.ts';
export { readShiftRow, type ShiftRow } from './rules/shift-row.ts';
export { topics } from './topics.ts';
