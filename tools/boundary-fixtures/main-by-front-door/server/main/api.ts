import { staff } from '../modules/identity/store.ts';
console.log(staff);
