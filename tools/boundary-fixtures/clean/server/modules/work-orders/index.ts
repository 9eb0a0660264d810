export { close } from './actions/close.ts';
