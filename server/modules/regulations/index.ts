/** Front door of regulations: rulebooks loaded and checked, their clocks evaluated, their versions kept. */
export { type Adoption, adopt, readAdoption } from './actions/adopt.ts';
export {
  type Counted,
  calendarInForce,
  calendarIsKept,
  calendarNamed,
  calendarShipped,
  calendarsKnown,
  holdCalendarInForce,
  keepCalendar,
  publishYears,
  putCalendarInForce,
  type Shipped,
  takeCalendarInForce,
} from './actions/calendars.ts';
export { readDraft } from './actions/drafts.ts';
export { type Enacted, type Enactment, enactPack } from './actions/enact.ts';
export { writtenRulebook } from './actions/export.ts';
export { holidayCalendars } from './actions/holiday-calendars.ts';
export { type RulebookHead, rulebookByHash, rulebooksKnown } from './actions/rulebooks.ts';
export { findPack, packByHash, packInForce, putPack, versionsInForce } from './actions/versions.ts';
export { type DraftNews, hearDrafts } from './contributions.ts';
export { readFolder, SHIPPED } from './files.ts';
export { keeping, loadShipped, packsOf } from './kept-packs.ts';
export { messages } from './messages.ts';
export { rulebookAsked } from './reading-routes.ts';
export { listVersions, routes } from './routes.ts';
export {
  type CheckItem,
  itemsOf,
  type Judged,
  judgeChecklist,
  passed,
  type Seen,
  writtenDown,
} from './rules/amounts/check.ts';
export { dutyReadings } from './rules/amounts/duty-reading.ts';
export { add, emptyTally, type Line, linesOf, type Measured, type Part, type Tally } from './rules/amounts/metric.ts';
export { type Named, periodNamed, periodOf } from './rules/amounts/period.ts';
export { type Gift, type Remedy, remediesOf } from './rules/amounts/remedy.ts';
export { type Score, scoreOf } from './rules/amounts/score.ts';
export { type Calendars, calendarsOf, type HolidayCalendars, type HolidayYear } from './rules/calendar.ts';
export { type Duty, dutiesOf, dutyClock, kindsOwed } from './rules/duties/duty.ts';
export { type InForce, type Made, type Occurrence, type OwingThing, owed } from './rules/duties/owed.ts';
export { evaluate } from './rules/evaluate.ts';
export { type Asked, askedFor } from './rules/explaining/asked.ts';
export { choiceName } from './rules/explaining/conditions.ts';
export { type Explanation, explain } from './rules/explaining/explain.ts';
export { dutyName, showEvery, showLimit, showLimitOf, showQuote, showTerm } from './rules/explaining/explain-words.ts';
export { contentHash } from './rules/loading/canonical.ts';
export {
  checkFolder,
  entryCount,
  type FolderReport,
  holidaysOf,
  readClocks,
} from './rules/loading/check-folder.ts';
export { formatInstant, localDay, parseInstant } from './rules/loading/dates.ts';
export { type Given, matterOf } from './rules/loading/given.ts';
export {
  type Loaded,
  loadPacks,
  SECTIONS,
  textsOf,
  versionInForce,
  type WrittenFile,
} from './rules/loading/load-pack.ts';
export { filesNeeded } from './rules/loading/needed-files.ts';
export { coverageOfFolder, type FolderCoverage } from './rules/loading/proofs/folder.ts';
export { type ClauseRow, type ClauseState, STATES as CLAUSE_STATES } from './rules/loading/proofs/states.ts';
export { STATE_WORDS as CLAUSE_STATE_WORDS } from './rules/loading/proofs/words.ts';
export { type WaitingClock, waitingClocks } from './rules/loading/waiting-clocks.ts';
export type { SourceFile } from './rules/loading/yaml/yaml-nodes.ts';
export type {
  Because,
  ClockReading,
  ClockState,
  Extension,
  Happening,
  Matter,
  PauseSpan,
  PlanSetting,
} from './rules/matter.ts';
export type { FactValue, Pack, PackError } from './rules/pack.ts';
export { nearest } from './rules/pack-error.ts';
export { differencesOf } from './rules/versions/comparing/sentences.ts';
export {
  BUILT_IN_EVENTS,
  type Vocabulary,
  vocabularyOfPack,
} from './rules/vocabulary.ts';
export { writeZip } from './write-zip.ts';
