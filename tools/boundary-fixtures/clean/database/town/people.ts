import { allowed } from '../../server/modules/identity/rules/permissions.ts';
console.log(allowed('manager'));
