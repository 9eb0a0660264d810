import sql from 'sql-template-tag';
export const signIn = sql`select 1`;
