import { staff } from '../../server/modules/identity/index.ts';
console.log(staff);
