import type { TimeSource } from '../../../platform/clock.ts';
import type { Db } from '../../../platform/database.ts';
import { ok, type Result, refuse } from '../../../values/result.ts';
import { candidateOf } from '../rules/oidc.ts';
import { type Linked, linkedStaff, linkStaff, type ProviderRow, staffFor } from '../store/oidc.ts';
import { audit } from './audit.ts';

/** Who of the staff the provider's subject is: as linked before, or found once and linked from then on. */
export function findLinked(
  db: Db,
  time: TimeSource,
  utilityId: number,
  provider: ProviderRow,
  claims: Record<string, unknown> & { sub: string },
): Promise<Result<Linked>> {
  const { issuer } = provider;
  return db.transaction(utilityId, async (tx) => {
    const known = await linkedStaff(tx, issuer, claims.sub);
    if (known === 'inactive') return refuse('staff-inactive');
    if (known) return ok(known);
    const candidate = candidateOf(provider, claims);
    const staff = candidate && (await staffFor(tx, candidate));
    if (!staff) {
      await audit(tx, null, 'sign-in.failed', 'sign-in', { via: 'oidc', reason: 'oidc-unknown-person' }, time);
      return refuse('oidc-unknown-person');
    }
    // two subjects for one person would be two ways in, one of them perhaps another's
    if (!(await linkStaff(tx, { issuer, subject: claims.sub, staffId: staff.staffId, at: time.now() }))) {
      await audit(
        tx,
        null,
        'sign-in.failed',
        `staff:${staff.staffId}`,
        { via: 'oidc', reason: 'oidc-linked-otherwise' },
        time,
      );
      return refuse('oidc-linked-otherwise');
    }
    await audit(
      tx,
      { staffId: staff.staffId },
      'sign-in.linked',
      `staff:${staff.staffId}`,
      { match: provider.match },
      time,
    );
    return ok(staff);
  });
}
