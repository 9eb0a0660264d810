/** Routes in words: to whom, because of which facts, and what is still to be known. */
import { vocabularyOf } from '../../../regulations/rules/match.ts';
import type { FactValue, Pack } from '../../../regulations/rules/pack.ts';
import type { Lang } from '../words.ts';
import type { Route } from './routing.ts';

export interface RouteView extends Omit<Route, 'because' | 'asks'> {
  because: { fact: string; name: string; value: string; recorded: boolean }[];
  asks: Asked[];
}

/** A fact that decides whose it is. */
export interface Asked {
  fact: string;
  name: string;
  type: string;
  choices: { id: string; name: string }[];
}

const YES_NO = { zh: ['是', '否'], en: ['yes', 'no'] } as const;
const UNKNOWN = { zh: '不详', en: 'unknown' } as const;

export function routeView({ because, asks, ...route }: Route, pack: Pack, lang: Lang): RouteView {
  const words = vocabularyOf(pack);
  const nameOf = (fact: string): string => words.facts.get(fact)?.[lang] ?? fact;
  const choicesOf = (fact: string): { id: string; name: string }[] => {
    const own = pack.terms.find(({ id, kind }) => id === fact && kind === 'fact')?.choices ?? [];
    return (words.factKind(fact)?.choices ?? []).map((id) => ({
      id,
      name: (lang === 'zh' && own.find((one) => one.id === id)?.words) || id,
    }));
  };
  const one = (fact: string, value: string | number | boolean): string => {
    if (typeof value === 'boolean') return YES_NO[lang][value ? 0 : 1];
    if (fact === 'event') return words.events.get(String(value))?.[lang] ?? String(value);
    return choicesOf(fact).find(({ id }) => id === value)?.name ?? String(value);
  };
  const shown = (fact: string, value: FactValue | null): string =>
    value === null
      ? UNKNOWN[lang]
      : Array.isArray(value)
        ? value.map((part) => one(fact, part)).join('、')
        : one(fact, value);
  return {
    ...route,
    because: because.map(({ fact, value, recorded }) => ({
      fact,
      name: nameOf(fact),
      value: shown(fact, value),
      recorded,
    })),
    asks: asks.map((fact) => ({
      fact,
      name: nameOf(fact),
      type: words.factKind(fact)?.type ?? 'any',
      choices: choicesOf(fact),
    })),
  };
}
