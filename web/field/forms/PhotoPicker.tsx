/** Photos taken on the spot: time, place and order are written into each before it is kept. */
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { serverNow } from '../../kit/live.ts';
import { giveFile, usePhone } from '../app/phone.ts';
import { watermarked } from '../app/photo.ts';
import { hereNow } from '../app/position.ts';
import type { Shown } from '../app/shown.ts';
import { size } from '../parts/words.ts';
import { useTexts } from '../texts/index.ts';

interface Taken {
  key: string;
  url: string;
  blob: Blob;
  name: string;
  at: number;
  given: boolean;
}

export interface Photos {
  taken: Taken[];
  busy: boolean;
  add: (files: FileList) => Promise<void>;
  remove: (key: string) => void;
  /** The refusal in words; null: all are in the queue. */
  give: () => Promise<string | null>;
}

export function usePhotos(shown: Shown): Photos {
  const { snapshot } = usePhone();
  const [taken, setTaken] = useState<Taken[]>([]);
  const [busy, setBusy] = useState(false);
  const latest = useRef(taken);
  latest.current = taken;
  useEffect(
    () => () => {
      for (const { url } of latest.current) URL.revokeObjectURL(url);
    },
    [],
  );
  const { view } = shown;
  return {
    taken,
    busy,
    add: async (files) => {
      setBusy(true);
      for (const file of files) {
        const at = serverNow();
        const position = hereNow();
        const mark = { at, order: view.number, place: view.place, by: snapshot?.me.name ?? '', position };
        const blob = (await watermarked(file, mark)) ?? file;
        const stamp = new Date(at + 8 * 3_600_000).toISOString().slice(0, 19).replace(/[-:T]/g, '');
        const ending = blob.type === 'image/jpeg' ? 'jpg' : (file.name.split('.').at(-1) ?? 'bin');
        const name = `${view.number}-${stamp}-${latest.current.length + 1}.${ending}`;
        const one = { key: name, url: URL.createObjectURL(blob), blob, name, at, given: false };
        latest.current = [...latest.current, one];
        setTaken(latest.current);
      }
      setBusy(false);
    },
    remove: (key) => setTaken((before) => before.filter((one) => one.key !== key)),
    give: async () => {
      for (const one of latest.current.filter(({ given }) => !given)) {
        const refused = await giveFile(view.id, one.blob, { name: one.name, takenAt: one.at });
        if (refused !== null) return refused;
        one.given = true;
      }
      return null;
    },
  };
}

export function PhotoPicker({ photos, open }: { photos: Photos; open: boolean }): ReactNode {
  const t = useTexts();
  const input = useRef<HTMLInputElement>(null);
  const { taken, busy, add, remove } = photos;
  return (
    <section className="photos" aria-label={t('act.photo')}>
      <input
        ref={input}
        type="file"
        accept="image/*"
        capture="environment"
        multiple
        hidden
        aria-label={t('act.takePhoto')}
        onChange={(event) => {
          if (event.target.files !== null) void add(event.target.files);
          event.target.value = '';
        }}
      />
      <ul>
        {taken.map((one) => (
          <li key={one.key}>
            <img src={one.url} alt={one.name} />
            <span className="line">
              <span className="grow quiet">{size(one.blob.size)}</span>
              <button type="button" className="text" onClick={() => remove(one.key)}>
                {t('act.remove')}
              </button>
            </span>
          </li>
        ))}
      </ul>
      <button type="button" className="second wide" disabled={busy} onClick={() => input.current?.click()}>
        {busy ? t('act.marking') : taken.length > 0 ? t('act.anotherPhoto') : t('act.takePhoto')}
      </button>
      {open && <p className="hint">{t('act.photoHint')}</p>}
    </section>
  );
}
