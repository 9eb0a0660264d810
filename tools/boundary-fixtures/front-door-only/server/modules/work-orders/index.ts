import { staff } from '../identity/store.ts';
export const orders = staff;
