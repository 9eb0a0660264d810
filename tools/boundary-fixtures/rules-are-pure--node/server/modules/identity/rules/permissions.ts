import { readFileSync } from 'node:fs';
export const allowed = () => readFileSync('x');
