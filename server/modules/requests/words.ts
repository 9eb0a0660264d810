/** A code in both languages, for reports that are kept and read later. */
import { type Catalogue, mergeCatalogues, PLATFORM_MESSAGES, say } from '../../platform/http/messages.ts';
import type { Refusal } from '../../values/result.ts';
import { messages as orderMessages } from '../work-orders/index.ts';
import { messages } from './messages.ts';

const catalogue: Catalogue = { ...mergeCatalogues(PLATFORM_MESSAGES, messages), ...orderMessages, ...messages };

export function inBoth(code: string, params: Refusal['params'] = {}): { zh: string; en: string } {
  return { zh: say(catalogue, 'zh', code, params), en: say(catalogue, 'en', code, params) };
}
