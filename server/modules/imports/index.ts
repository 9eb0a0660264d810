/** Imports 导入: files of messages and registers, row by row. */
export { type ImportContext, type ImportRequest, importFile } from './actions/import-file.ts';
export { type FileRows, readFileRows } from './actions/read-file.ts';
export { forgetOldFiles, runWaiting } from './actions/work.ts';
export { KINDS, kindNamed } from './kinds/kinds.ts';
export { messages } from './messages.ts';
export { routes } from './routes.ts';
export type { ImportRow } from './store/imports.ts';
export { rowsOf } from './store/rows.ts';
export { countsOf, rowView } from './views.ts';
export { sayRefusal } from './words.ts';
