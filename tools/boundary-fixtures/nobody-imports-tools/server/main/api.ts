import { check } from '../../tools/check.ts';
console.log(check);
