/** A command in the words of the screen. */
import type { FieldCommandName } from '../../../server/modules/field/rules/wire.ts';
import { milestoneName } from '../../../server/modules/work-orders/rules/names.ts';
import type { Book } from '../../../server/modules/work-orders/rules/rulebook.ts';
import { COMMAND_WORDS } from '../../../server/modules/work-orders/rules/words.ts';
import { langNow, t } from '../texts/index.ts';

export function whatOf(command: FieldCommandName, body: Record<string, unknown>, book: Book | undefined): string {
  const lang = langNow();
  const text = (name: string): string => (typeof body[name] === 'string' ? (body[name] as string) : '');
  switch (command) {
    case 'record':
      return book ? milestoneName(text('milestone'), book)[lang] : text('milestone');
    case 'attach':
      return t(body.as === 'signature' ? 'waiting.signature' : 'waiting.photo');
    case 'note':
      return text('text').startsWith('【') ? text('text') : t('waiting.note', { text: text('text') });
    default:
      return COMMAND_WORDS[command][lang];
  }
}

/** Steps a command brings. */
export function milestonesOf(command: FieldCommandName, body: Record<string, unknown>): string[] {
  if (command === 'accept') return ['accepted'];
  if (command === 'handle') return ['handled'];
  return command === 'record' && typeof body.milestone === 'string' ? [body.milestone] : [];
}
