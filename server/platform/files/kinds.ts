import { fileTypeFromFile } from 'file-type';

export const PHOTOS = ['image/jpeg', 'image/png', 'image/webp', 'image/heic'] as const;
export const DOCUMENTS = [
  'application/pdf',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
] as const;
export const SOUNDS = ['audio/mpeg', 'audio/mp4', 'audio/wav', 'audio/ogg', 'audio/amr', 'audio/aac'] as const;
export const FILMS = ['video/mp4', 'video/quicktime', 'video/webm'] as const;

/** Other names of the same kinds. */
const SAME: Record<string, string> = {
  'audio/x-m4a': 'audio/mp4',
  'audio/vnd.wave': 'audio/wav',
  'image/heif': 'image/heic',
  'image/apng': 'image/png',
};

/** What a file is by its content, whatever it is called; null: nothing known. */
export async function kindOf(file: string): Promise<string | null> {
  const found = await fileTypeFromFile(file).catch(() => undefined);
  if (!found) return null;
  const bare = found.mime.split(';')[0]?.trim() ?? '';
  return SAME[bare] ?? bare;
}
