import { allowed } from '../identity/rules/permissions.ts';
export const orders = allowed;
