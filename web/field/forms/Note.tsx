/** Feedback, parts used, a hazard or a word of safety: a note whose first word says what it is. */
import { type ReactNode, useState } from 'react';
import { MARKS } from '../app/marks.ts';
import { give } from '../app/phone.ts';
import type { Shown } from '../app/shown.ts';
import { useTexts } from '../texts/index.ts';
import { Foot, Frame } from './Frame.tsx';
import { PhotoPicker, usePhotos } from './PhotoPicker.tsx';

interface Part {
  key: number;
  name: string;
  amount: string;
}

export function Note({ shown, about, done }: { shown: Shown; about: string | null; done: () => void }): ReactNode {
  const t = useTexts();
  const [text, setText] = useState('');
  const [kind, setKind] = useState<'hazard' | 'safety'>('hazard');
  const [parts, setParts] = useState<Part[]>([{ key: 0, name: '', amount: '1' }]);
  const [wrong, setWrong] = useState<string | null>(null);
  const photos = usePhotos(shown);
  const used = parts.filter(({ name }) => name.trim() !== '');
  const words =
    about === 'parts'
      ? used.map(({ name, amount }) => `${name.trim()} × ${amount.trim() || '1'}`).join('；')
      : text.trim();
  const first = about === 'parts' ? MARKS.parts : about === 'hazard' ? MARKS[kind] : '';
  const send = async (): Promise<void> => {
    const refused = (await photos.give()) ?? (await give(shown.view.id, 'note', { text: `${first}${words}` }));
    if (refused === null) done();
    else setWrong(refused);
  };
  const title = about === 'parts' ? t('act.parts') : about === 'hazard' ? t('act.hazard') : t('act.feedback');
  const change = (key: number, part: Partial<Part>): void =>
    setParts((before) => before.map((one) => (one.key === key ? { ...one, ...part } : one)));
  return (
    <Frame shown={shown} title={title} wrong={wrong}>
      {about === 'hazard' && (
        <div className="segments">
          {(['hazard', 'safety'] as const).map((one) => (
            <button key={one} type="button" aria-pressed={kind === one} onClick={() => setKind(one)}>
              {t(`note.kind.${one}`)}
            </button>
          ))}
        </div>
      )}
      {about === 'parts' ? (
        <ul className="parts">
          {parts.map((part) => (
            <li key={part.key}>
              <label className="grow">
                <span>{t('note.part')}</span>
                <input value={part.name} onChange={(event) => change(part.key, { name: event.target.value })} />
              </label>
              <label>
                <span>{t('note.amount')}</span>
                <input
                  inputMode="decimal"
                  size={4}
                  value={part.amount}
                  onChange={(event) => change(part.key, { amount: event.target.value })}
                />
              </label>
            </li>
          ))}
          <li>
            <button
              type="button"
              className="second wide"
              onClick={() => setParts([...parts, { key: parts.length, name: '', amount: '1' }])}
            >
              {t('note.another')}
            </button>
          </li>
        </ul>
      ) : (
        <label className="field">
          <span>{t(about === 'hazard' ? 'note.what' : 'note.said')}</span>
          <textarea rows={5} maxLength={1900} value={text} onChange={(event) => setText(event.target.value)} />
        </label>
      )}
      <PhotoPicker photos={photos} open={false} />
      <Foot label={t('act.confirm')} disabled={words === ''} send={send} />
    </Frame>
  );
}
