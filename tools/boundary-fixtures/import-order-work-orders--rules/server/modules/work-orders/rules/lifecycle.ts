import { complete } from '../../requests/rules/elements.ts';
export const lifecycle = complete;
