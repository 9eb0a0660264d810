/** The link by which a utility is set up: printed on the console, kept as a hash. */
import pg from 'pg';
import { freshLink, LINK_LASTS } from '../../modules/identity/index.ts';
import type { TimeSource } from '../../platform/clock.ts';

export interface SetUpLink {
  /** Behind the address of the platform; what follows # is sent to no server and stands in no log. */
  path: string;
  until: Date;
}

/** Replaces the one offered before. @param ownerUrl of the owner of the database: nobody else may */
export async function offerSetUp(ownerUrl: string, time: TimeSource): Promise<SetUpLink> {
  const { token, sha256 } = freshLink();
  const now = time.now();
  const until = new Date(now + LINK_LASTS);
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query('select identity.offer_set_up($1, $2, $3)', [sha256, until, new Date(now)]);
  } finally {
    await client.end();
  }
  return { path: `/set-up#${token}`, until };
}
