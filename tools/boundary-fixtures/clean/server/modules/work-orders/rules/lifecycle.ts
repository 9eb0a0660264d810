import type { Instant } from '../../../values/instant.ts';
import { allowed } from '../../identity/rules/permissions.ts';
export const mayClose = (role: string, _at: Instant): boolean => allowed(role);
