import { expect, it } from 'vitest';
import { allowed } from './permissions.ts';
it('lets a manager in', () => expect(allowed('manager')).toBe(true));
