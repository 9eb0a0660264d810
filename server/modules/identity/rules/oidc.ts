/** Who of the staff somebody is whom a provider names for the first time. */

export const MATCHES = ['none', 'email', 'username'] as const;
export type Match = (typeof MATCHES)[number];

export type Candidate = { email: string } | { username: string };

/**
 * By what he is looked for; null: he is not, somebody has to link him. An address counts only where the provider has
 * verified it; nobody is ever made a member of staff by signing in.
 */
export function candidateOf(
  { match, usernameClaim }: { match: Match; usernameClaim: string },
  claims: Record<string, unknown>,
): Candidate | null {
  switch (match) {
    case 'none':
      return null;
    case 'email': {
      const { email, email_verified: verified } = claims;
      return typeof email === 'string' && email !== '' && verified === true ? { email: email.toLowerCase() } : null;
    }
    case 'username': {
      const name = claims[usernameClaim];
      return typeof name === 'string' && name !== '' ? { username: name.toLowerCase() } : null;
    }
  }
}
