import { desk } from '../office/desk.ts';
export const shown = desk;
