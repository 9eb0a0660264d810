/** Words for what is wrong with a file, a row or a cell. */
import {
  type Catalogue,
  type Language,
  mergeCatalogues,
  PLATFORM_MESSAGES,
  say,
} from '../../platform/http/messages.ts';
import type { Refusal } from '../../values/result.ts';
import type { AnyKind, RowFault } from './kinds/kind.ts';
import { messages } from './messages.ts';

const ofFiles: Catalogue = mergeCatalogues(PLATFORM_MESSAGES, messages);

export const sayRefusal = ({ code, params }: Refusal, lang: Language): string => say(ofFiles, lang, code, params ?? {});

/** `户号：……`; what is wrong with the file is said in the words of files, whatever else has the same code. */
export function sayFault(kind: AnyKind | undefined, { column, code, params }: RowFault, lang: Language): string {
  const words = say({ ...PLATFORM_MESSAGES, ...kind?.messages, ...messages }, lang, code, params);
  const name = column === null ? null : (kind?.columns.find(({ id }) => id === column)?.[lang] ?? column);
  return name === null ? words : `${name}${lang === 'en' ? ': ' : '：'}${words}`;
}
