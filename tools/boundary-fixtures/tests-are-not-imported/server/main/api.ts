import { fixture } from './api.test.ts';
console.log(fixture);
