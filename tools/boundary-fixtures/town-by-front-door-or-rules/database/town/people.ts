import { staff } from '../../server/modules/identity/store.ts';
console.log(staff);
