/** A photo as it is kept: shrunk, with time, place and order written into it. */
import { local } from '../../kit/time.ts';

/** Longest side in pixels, and how much is lost: enough to read a meter, small enough for a weak network. */
const LONGEST = 1920;
const QUALITY = 0.82;

export interface Mark {
  at: number;
  order: string;
  place: string;
  by: string;
  position: { lon: number; lat: number; accuracy: number } | undefined;
}

export const markLines = ({ at, order, place, by, position }: Mark): string[] => [
  `${local(at).format('YYYY-MM-DD HH:mm:ss')}  ${order}`,
  place,
  position === undefined
    ? by
    : `${by}  ${position.lon.toFixed(5)}, ${position.lat.toFixed(5)} ±${Math.round(position.accuracy)} m`,
];

/** @returns a JPEG; null where the phone cannot read the picture: it then goes as it is */
export async function watermarked(photo: Blob, mark: Mark): Promise<Blob | null> {
  let picture: ImageBitmap;
  try {
    picture = await createImageBitmap(photo, { imageOrientation: 'from-image' });
  } catch {
    return null;
  }
  const scale = Math.min(1, LONGEST / Math.max(picture.width, picture.height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(picture.width * scale));
  canvas.height = Math.max(1, Math.round(picture.height * scale));
  const pen = canvas.getContext('2d');
  if (pen === null) return null;
  pen.drawImage(picture, 0, 0, canvas.width, canvas.height);
  picture.close();
  write(pen, canvas, markLines(mark));
  return new Promise((resolve) => canvas.toBlob(resolve, 'image/jpeg', QUALITY));
}

function write(pen: CanvasRenderingContext2D, { width, height }: HTMLCanvasElement, lines: string[]): void {
  const size = Math.max(14, Math.round(Math.min(width, height) / 28));
  const edge = Math.round(size * 0.8);
  pen.font = `${size}px "PingFang SC", "Noto Sans CJK SC", sans-serif`;
  pen.textBaseline = 'top';
  const tall = lines.length * size * 1.4;
  pen.fillStyle = 'rgb(0 0 0 / 55%)';
  pen.fillRect(0, height - tall - 2 * edge, width, tall + 2 * edge);
  pen.fillStyle = '#fff';
  lines.forEach((line, index) => {
    pen.fillText(line, edge, height - tall - edge + index * size * 1.4, width - 2 * edge);
  });
}
