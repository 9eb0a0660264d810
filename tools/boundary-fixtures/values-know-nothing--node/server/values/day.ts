import { hostname } from 'node:os';
export const day = hostname();
