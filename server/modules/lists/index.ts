/** Lists 列表: columns, saved filters, exports. */
export { beginExport, type Wanted as ExportWanted } from './actions/exports.ts';
export { expireExports, runExports } from './actions/work.ts';
export { messages } from './messages.ts';
export { routes } from './routes.ts';
