export const allowed = (role: string): boolean => role === 'manager';
