/** The customer signs with a finger; the picture says who, when and for which order. */
import { type PointerEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import { serverNow } from '../../kit/live.ts';
import { local } from '../../kit/time.ts';
import { giveFile } from '../app/phone.ts';
import type { Shown } from '../app/shown.ts';
import { useTexts } from '../texts/index.ts';
import { Foot, Frame } from './Frame.tsx';

export function Signature({ shown, done }: { shown: Shown; done: () => void }): ReactNode {
  const t = useTexts();
  const canvas = useRef<HTMLCanvasElement>(null);
  const [signed, setSigned] = useState(false);
  const [wrong, setWrong] = useState<string | null>(null);
  useEffect(() => clear(canvas.current), []);
  const draw = (event: PointerEvent<HTMLCanvasElement>): void => {
    const pen = canvas.current?.getContext('2d');
    if (!pen || (event.buttons === 0 && event.type !== 'pointerdown')) return;
    const box = event.currentTarget.getBoundingClientRect();
    const x = ((event.clientX - box.left) / box.width) * event.currentTarget.width;
    const y = ((event.clientY - box.top) / box.height) * event.currentTarget.height;
    if (event.type === 'pointerdown') {
      event.currentTarget.setPointerCapture(event.pointerId);
      pen.beginPath();
      pen.moveTo(x, y);
    }
    pen.lineTo(x, y);
    pen.stroke();
    setSigned(true);
  };
  const send = async (): Promise<void> => {
    const board = canvas.current;
    const pen = board?.getContext('2d');
    if (!board || !pen) return;
    const at = serverNow();
    pen.font = '22px sans-serif';
    pen.fillStyle = '#48525a';
    pen.fillText(
      `${shown.view.number}  ${local(at).format('YYYY-MM-DD HH:mm')}  ${t('signature.by')}`,
      16,
      board.height - 16,
    );
    const blob = await new Promise<Blob | null>((resolve) => board.toBlob(resolve, 'image/png'));
    if (blob === null) return;
    const name = `${shown.view.number}-${t('signature.file')}.png`;
    const refused = await giveFile(shown.view.id, blob, { name, takenAt: at, as: 'signature' });
    if (refused === null) done();
    else setWrong(refused);
  };
  return (
    <Frame shown={shown} title={t('act.signature')} wrong={wrong}>
      <p>{t('signature.ask', { name: shown.view.eventName })}</p>
      <canvas
        ref={canvas}
        className="signature"
        width={1000}
        height={520}
        role="img"
        aria-label={t('signature.here')}
        onPointerDown={draw}
        onPointerMove={draw}
      />
      <button
        type="button"
        className="text"
        onClick={() => {
          clear(canvas.current);
          setSigned(false);
        }}
      >
        {t('signature.again')}
      </button>
      <Foot label={t('act.confirm')} disabled={!signed} send={send} />
    </Frame>
  );
}

function clear(board: HTMLCanvasElement | null): void {
  const pen = board?.getContext('2d');
  if (!board || !pen) return;
  pen.fillStyle = '#fff';
  pen.fillRect(0, 0, board.width, board.height);
  pen.strokeStyle = '#10202c';
  pen.lineWidth = 6;
  pen.lineCap = 'round';
  pen.lineJoin = 'round';
}
