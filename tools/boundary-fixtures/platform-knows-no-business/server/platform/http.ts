import { staff } from '../modules/identity/index.ts';
export const http = staff;
