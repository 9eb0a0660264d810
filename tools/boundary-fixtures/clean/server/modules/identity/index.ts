export { allowed } from './rules/permissions.ts';
export { staff } from './store.ts';
