/** Providers people sign in at, and who is who there. */
import sql from 'sql-template-tag';
import type { Db, Tx } from '../../../platform/database.ts';
import type { Instant } from '../../../values/instant.ts';
import type { Candidate, Match } from '../rules/oidc.ts';

export interface Way {
  utilityId: number;
  utility: string;
  utilityName: string;
  name: string;
}

/** Of every utility: asked before it is known whose people are asking. */
export const signInWays = (db: Db): Promise<Way[]> =>
  db.query<Way>(sql`
    select utility_id as "utilityId", utility_code as utility, utility_name as "utilityName", provider as name
    from identity.sign_in_ways()`);

export interface ProviderRow {
  name: string;
  issuer: string;
  clientId: string;
  /** Sealed. */
  clientSecret: string | null;
  match: Match;
  usernameClaim: string;
  secondFactor: boolean;
  enabled: boolean;
}

export async function oidcProvider(tx: Tx): Promise<ProviderRow | null> {
  const [row] = await tx.rows<ProviderRow>(sql`
    select name, issuer, client_id as "clientId", client_secret as "clientSecret", match, username_claim as "usernameClaim",
      second_factor as "secondFactor", enabled
    from identity.oidc_provider where utility_id = ${tx.utilityId}`);
  return row ?? null;
}

export async function setOidcProvider(tx: Tx, p: ProviderRow): Promise<void> {
  await tx.run(sql`
    insert into identity.oidc_provider
      (utility_id, name, issuer, client_id, client_secret, match, username_claim, second_factor, enabled)
    values (${tx.utilityId}, ${p.name}, ${p.issuer}, ${p.clientId}, ${p.clientSecret}, ${p.match}, ${p.usernameClaim},
      ${p.secondFactor}, ${p.enabled})
    on conflict (utility_id) do update set name = excluded.name, issuer = excluded.issuer, client_id = excluded.client_id,
      client_secret = excluded.client_secret, match = excluded.match, username_claim = excluded.username_claim,
      second_factor = excluded.second_factor, enabled = excluded.enabled`);
}

export interface Linked {
  staffId: number;
  authUserId: string;
}

/** The active member of staff a subject was linked to. */
export async function linkedStaff(tx: Tx, issuer: string, subject: string): Promise<Linked | 'inactive' | null> {
  const [row] = await tx.rows<Linked & { active: boolean }>(sql`
    select s.staff_id as "staffId", s.auth_user_id as "authUserId", s.active
    from identity.oidc_link l join identity.staff s using (utility_id, staff_id)
    where l.utility_id = ${tx.utilityId} and l.issuer = ${issuer} and l.subject = ${subject}`);
  if (!row) return null;
  return row.active ? row : 'inactive';
}

export async function staffFor(tx: Tx, candidate: Candidate): Promise<Linked | null> {
  const { email, username } = { email: null, username: null, ...candidate };
  const [row] = await tx.rows<Linked>(sql`
    select staff_id as "staffId", auth_user_id as "authUserId" from identity.staff
    where utility_id = ${tx.utilityId} and active and auth_user_id is not null
      and (lower(email) = ${email} or username = ${username})`);
  return row ?? null;
}

/** False: he is linked to another subject of this provider already. */
export async function linkStaff(
  tx: Tx,
  link: { issuer: string; subject: string; staffId: number; at: Instant },
): Promise<boolean> {
  const added = await tx.rows(sql`
    insert into identity.oidc_link (utility_id, issuer, subject, staff_id, linked_at)
    values (${tx.utilityId}, ${link.issuer}, ${link.subject}, ${link.staffId}, ${new Date(link.at)})
    on conflict do nothing returning 1`);
  return added.length > 0;
}

export async function unlinkStaff(tx: Tx, staffId: number): Promise<number> {
  return tx.run(sql`delete from identity.oidc_link where utility_id = ${tx.utilityId} and staff_id = ${staffId}`);
}

export async function linkedStaffIds(tx: Tx): Promise<Set<number>> {
  const rows = await tx.rows<{ staff_id: number }>(
    sql`select distinct staff_id from identity.oidc_link where utility_id = ${tx.utilityId}`,
  );
  return new Set(rows.map(({ staff_id }) => staff_id));
}
