import { ok, type Result, refuse } from '../../../values/result.ts';
import { audit } from '../../identity/index.ts';
import { unknownBlanks } from '../rules/script.ts';
import { addressHolds, type Settings } from '../rules/settings.ts';
import { saveSettings } from '../store/settings.ts';
import type { Asking } from './read-calls.ts';

export async function changeSettings({ tx, me, time }: Asking, settings: Settings): Promise<Result<Settings>> {
  const [blank] = unknownBlanks(settings.script ?? '');
  if (blank !== undefined) {
    const params = { found: blank.slice(0, 40) };
    return refuse('script-blank-unknown', { params, fields: [{ path: 'script', code: 'unknown', params }] });
  }
  if (settings.address !== null && !addressHolds(settings.address)) {
    const params = { found: settings.address.slice(0, 80) };
    return refuse('address-not-valid', { params, fields: [{ path: 'address', code: 'wrong-format' }] });
  }
  const kept = { ...settings, address: settings.address?.replace(/\/$/, '') ?? null };
  await saveSettings(tx, kept, me.staffId, time.now());
  await audit(tx, me, 'call-backs.settings', 'call-backs', {}, time);
  return ok(kept);
}
