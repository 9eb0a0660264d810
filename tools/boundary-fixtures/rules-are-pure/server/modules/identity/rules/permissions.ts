import { staff } from '../store.ts';
export const allowed = () => staff();
