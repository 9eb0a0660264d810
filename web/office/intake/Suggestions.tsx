/** 建议: what the words written seem to say, each with its reason. Nothing is taken over until somebody takes it. */
import { type ReactNode, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { type SuggestedReason, useSuggestions } from '../data.ts';
import { Key } from '../parts/Key.tsx';
import { useSettled } from '../parts/settled.ts';
import { type Draft, unplaced } from './draft.ts';

interface Props {
  draft: Draft;
  change: (part: Partial<Draft>) => void;
  decline: (reason: 'irrelevant' | 'outside-duty') => void;
}

interface Item {
  id: string;
  what: string;
  name: string;
  reasons: SuggestedReason[];
  taken: boolean;
  take: () => void;
}

/** Characters. Fewer say nothing. */
const ENOUGH = 4;
const LONGEST = 20_000;

export function Suggestions({ draft, change, decline }: Props): ReactNode {
  const { t } = useTranslation();
  const content = useSettled(draft.content.trim(), 300).slice(0, LONGEST);
  const asked = useSuggestions(content, content.length >= ENOUGH);
  const items = content.length >= ENOUGH ? itemsOf() : [];
  useTaking(items);
  if (content.length < ENOUGH || asked.data === undefined) return null;

  return (
    <section className="field suggestions" aria-labelledby="suggestions-title">
      <div className="row">
        <h2 id="suggestions-title">{t('suggestions.title')}</h2>
        <span className="small quiet">{t(items.length > 0 ? 'suggestions.help' : 'suggestions.none')}</span>
      </div>
      <ol aria-live="polite">
        {items.map((item, i) => (
          <li key={item.id}>
            <button type="button" className="suggestion" aria-pressed={item.taken} onClick={item.take}>
              <Key>Alt {i + 1}</Key>
              <span className="quiet">{item.what}</span>
              <span className="name">{item.name}</span>
              <span className="small muted">{item.reasons.map(({ text }) => text).join('；')}</span>
              <span className="small took">{item.taken ? t('suggestions.taken') : ''}</span>
            </button>
          </li>
        ))}
      </ol>
    </section>
  );

  function itemsOf(): Item[] {
    if (asked.data === undefined) return [];
    const { events, urgent, place, relevant, outsideDuty } = asked.data;
    const items: Item[] = events.map((event) => ({
      id: `event ${event.id}`,
      what: t('suggestions.event'),
      name: event.name,
      reasons: event.reasons.slice(0, 2),
      taken: draft.event === event.id,
      take: () => change({ event: event.id }),
    }));
    if (urgent.value) {
      items.push({
        id: 'urgent',
        what: '',
        name: t('suggestions.urgent'),
        reasons: urgent.reasons.slice(0, 2),
        taken: draft.urgent,
        take: () => change({ urgent: true }),
      });
    }
    if (place !== null) {
      items.push({
        id: 'place',
        what: t('suggestions.place'),
        name: place.words,
        reasons: place.reasons,
        taken: draft.place.includes(place.words),
        take: () => change({ ...unplaced, place: place.words }),
      });
    }
    const no = relevant.value ? (outsideDuty.value ? outsideDuty : null) : relevant;
    if (no !== null) {
      items.push({
        id: 'decline',
        what: t('suggestions.decline'),
        name: t(relevant.value ? 'suggestions.outsideDuty' : 'suggestions.irrelevant'),
        reasons: relevant.value ? no.reasons.slice(0, 2) : [],
        taken: false,
        take: () => decline(relevant.value ? 'outside-duty' : 'irrelevant'),
      });
    }
    return items;
  }
}

/** Alt and a digit, also while typing: the letter is being read, not the mouse held. */
function useTaking(items: readonly Item[]): void {
  const latest = useRef(items);
  useEffect(() => {
    latest.current = items;
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent): void => {
      if (!event.altKey || event.ctrlKey || event.metaKey || event.isComposing) return;
      if (document.querySelector('.ant-modal-wrap:not([style*="display: none"])') !== null) return;
      const digit = /^(?:Digit|Numpad)([1-9])$/.exec(event.code)?.[1];
      const item = digit === undefined ? undefined : latest.current[Number(digit) - 1];
      if (item === undefined) return;
      event.preventDefault();
      item.take();
    };
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, []);
}
