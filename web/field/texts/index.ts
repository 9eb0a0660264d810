/** Words of the screens, in the language of who holds the phone. */
import { useSyncExternalStore } from 'react';
import { speak } from '../../kit/client.ts';
import { en } from './en.ts';
import { zh } from './zh-CN.ts';

export type Language = 'zh-CN' | 'en';
type Tree = { [name: string]: string | Tree };
type Keys<T> = {
  [K in keyof T & string]: T[K] extends string ? K : `${K}.${Keys<T[K]>}`;
}[keyof T & string];
export type Key = Keys<typeof zh>;
export type Blanks = Record<string, string | number>;
export type Say = (key: Key, blanks?: Blanks) => string;

const KEPT = 'gongshui.language';
const trees: Record<Language, Tree> = { 'zh-CN': zh, en };
let language: Language = kept();
const listeners = new Set<() => void>();

function kept(): Language {
  try {
    return localStorage.getItem(KEPT) === 'en' ? 'en' : 'zh-CN';
  } catch {
    return 'zh-CN';
  }
}

function apply(): void {
  document.documentElement.lang = language;
  document.title = t('product');
  speak(language);
}

export const languageNow = (): Language => language;
/** As the rules call it. */
export const langNow = (): 'zh' | 'en' => (language === 'en' ? 'en' : 'zh');

export const t: Say = (key, blanks = {}) => {
  let found: string | Tree | undefined = trees[language];
  for (const part of key.split('.')) found = typeof found === 'object' ? found[part] : undefined;
  const text = typeof found === 'string' ? found : key;
  return text.replace(/\{\{(\w+)\}\}/g, (_all, name: string) => String(blanks[name] ?? ''));
};

export function startTexts(): void {
  apply();
}

export function changeLanguage(wanted: Language): void {
  language = wanted;
  try {
    localStorage.setItem(KEPT, wanted);
  } catch {
    // a browser that keeps nothing still switches for this visit
  }
  apply();
  for (const listener of listeners) listener();
}

/** Words that were put together before are put together again. */
export function onLanguage(listener: () => void): void {
  listeners.add(listener);
}

/** The component speaks anew when the language changes. */
export function useTexts(): Say {
  useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => language,
  );
  return t;
}
