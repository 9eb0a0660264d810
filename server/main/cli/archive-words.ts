/** A refusal of an archive in words. */
import type { ArchiveRefused } from '../../platform/archive/manifest.ts';
import { ARCHIVE_MESSAGES } from '../../platform/archive/messages.ts';
import { say } from '../../platform/http/messages.ts';
import type { Failure, Language } from './output.ts';

export const sayArchive = ({ code, params }: ArchiveRefused, lang: Language): Failure => ({
  code,
  message: say(ARCHIVE_MESSAGES, lang, code, params),
  ...params,
});
