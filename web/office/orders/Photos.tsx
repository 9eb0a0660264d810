/** Photos, recordings and papers of an order: drag, paste or choose, see them, then send; each is sent once, in pieces. */
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call, newKey } from '../../kit/client.ts';
import { sendFile } from '../../kit/send-file.ts';
import { useProblemText } from '../shell/Fallbacks.tsx';

const MOST = 100 * 1024 * 1024;
const KINDS =
  'image/jpeg,image/png,image/webp,image/heic,application/pdf,.docx,.xlsx,audio/*,video/mp4,video/quicktime,video/webm';

interface Item {
  key: string;
  file: File;
  url: string;
  state: 'waiting' | 'sending' | 'sent' | 'failed';
  /** Bytes that have arrived. */
  arrived: number;
  /** Number of the upload, once it is whole. */
  upload?: string;
  why?: string;
}

export interface Upload {
  items: Item[];
  add: (files: Iterable<File>) => void;
  remove: (key: string) => void;
  send: () => Promise<boolean>;
  /** Percent of all that is being sent. */
  progress: { n: number; total: number; percent: number } | null;
}

export function useUpload(orderId: number): Upload {
  const say = useProblemText();
  const { t } = useTranslation();
  const [items, setItems] = useState<Item[]>([]);
  const [progress, setProgress] = useState<Upload['progress']>(null);
  const mark = (key: string, change: Partial<Item>): void =>
    setItems((before) => before.map((item) => (item.key === key ? { ...item, ...change } : item)));
  return {
    items,
    progress,
    add: (files) =>
      setItems((before) => [
        ...before,
        ...Array.from(files, (file): Item => {
          const large = file.size > MOST;
          return {
            key: newKey(),
            file,
            url: URL.createObjectURL(file),
            state: large ? 'failed' : 'waiting',
            arrived: 0,
            ...(large ? { why: t('act.tooLarge') } : {}),
          };
        }),
      ]),
    remove: (key) => setItems((before) => before.filter((item) => item.key !== key)),
    send: async () => {
      let fine = true;
      const waiting = items.filter((item) => item.state !== 'sent' && item.file.size <= MOST);
      const all = waiting.reduce((sum, { file }) => sum + file.size, 0);
      let before = 0;
      for (const [index, item] of waiting.entries()) {
        const told = (arrived: number): void => {
          mark(item.key, { state: 'sending', arrived });
          const percent = Math.floor((100 * (before + arrived)) / Math.max(1, all));
          setProgress({ n: index + 1, total: waiting.length, percent });
        };
        told(0);
        try {
          const id = item.upload ?? (await sendFile(item.file, told).done);
          mark(item.key, { upload: id });
          const body = { upload: id, name: item.file.name || 'file' };
          await call('POST', `/api/orders/${orderId}/attachments`, { body, key: item.key });
          mark(item.key, { state: 'sent' });
        } catch (error) {
          fine = false;
          mark(item.key, { state: 'failed', why: say(error) });
        }
        before += item.file.size;
      }
      setProgress(null);
      return fine && waiting.length > 0;
    },
  };
}

export function Photos({
  id,
  upload,
  change,
}: {
  id: string;
  upload: Upload;
  change: (names: string[]) => void;
}): ReactNode {
  const { t } = useTranslation();
  const [over, setOver] = useState(false);
  const choose = useRef<HTMLInputElement>(null);
  const { add, items } = upload;
  useEffect(() => {
    const paste = (event: ClipboardEvent): void => {
      const files = event.clipboardData?.files;
      if (files !== undefined && files.length > 0) add(files);
    };
    document.addEventListener('paste', paste);
    return () => document.removeEventListener('paste', paste);
  }, [add]);
  const names = items.map((item) => item.file.name).join('\n');
  const latest = useRef(change);
  latest.current = change;
  useEffect(() => latest.current(names === '' ? [] : names.split('\n')), [names]);
  return (
    <div>
      <button
        type="button"
        id={id}
        className={`drop ${over ? 'over' : ''}`}
        style={{ width: '100%', background: 'none' }}
        onClick={() => choose.current?.click()}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={(event) => {
          event.preventDefault();
          setOver(false);
          add(event.dataTransfer.files);
        }}
      >
        {t('act.photos')}
        <br />
        <span className="small quiet">{t('act.photosHint')}</span>
      </button>
      <input
        ref={choose}
        type="file"
        multiple
        accept={KINDS}
        hidden
        aria-label={t('act.photos')}
        onChange={(event) => {
          if (event.target.files !== null) add(event.target.files);
          event.target.value = '';
        }}
      />
      <ul className="previews">
        {items.map((item) => (
          <li key={item.key} className="preview small">
            {item.file.type.startsWith('image/') ? (
              <img src={item.url} alt={item.file.name} />
            ) : (
              <div className="clip">{item.file.name}</div>
            )}
            <div className="row">
              <span className={`grow clip ${item.state === 'failed' ? 'late-text' : 'quiet'}`} title={item.why}>
                {item.state === 'sent'
                  ? t('act.uploaded')
                  : item.state === 'failed'
                    ? t('act.failed', { why: item.why ?? '' })
                    : item.state === 'sending'
                      ? t('act.arrived', { percent: Math.floor((100 * item.arrived) / Math.max(1, item.file.size)) })
                      : `${Math.max(1, Math.round(item.file.size / 1024))} kB`}
              </span>
              {(item.state === 'waiting' || item.state === 'failed') && (
                <button type="button" className="link" onClick={() => upload.remove(item.key)}>
                  {t('act.remove')}
                </button>
              )}
            </div>
          </li>
        ))}
      </ul>
      {upload.progress !== null && (
        <p role="status">
          {t('act.uploading', upload.progress)}
          <progress max={100} value={upload.progress.percent} aria-label={t('act.photos')} />
        </p>
      )}
    </div>
  );
}
