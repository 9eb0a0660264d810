/** Opens a file as a table. What it is, its bytes say: neither name nor media type of the sender are asked. */
import { open as openFile, stat } from 'node:fs/promises';
import { findEncoding } from './encoding.ts';
import { sheetTable } from './sheet.ts';
import { TABLE_LIMITS, type Table, type TableLimits, UnreadableTable } from './table.ts';
import { textTable } from './text.ts';

const OLE2 = 'd0cf11e0a1b11ae1';
/** Name of the stream an encrypted workbook is wrapped in. */
const ENCRYPTED = Buffer.from('EncryptedPackage', 'utf16le');

/** @param sheet name of the sheet to read; by default the first that is visible */
export async function openTable(
  file: string,
  options: { sheet?: string; limits?: Partial<TableLimits> } = {},
): Promise<Table> {
  const limits = { ...TABLE_LIMITS, ...options.limits };
  const { size } = await stat(file);
  if (size === 0) throw new UnreadableTable('file-empty');
  if (size > limits.file) throw new UnreadableTable('file-too-large', { found: size, limit: limits.file });
  const head = await bytesOf(file, 0, 512 * 1024);
  if (head.subarray(0, 4).equals(Buffer.from('PK\x03\x04', 'latin1'))) return sheetTable(file, limits, options.sheet);
  if (head.subarray(0, 8).toString('hex') === OLE2) {
    const wrapped =
      head.includes(ENCRYPTED) || (await bytesOf(file, Math.max(0, size - 512 * 1024), 512 * 1024)).includes(ENCRYPTED);
    throw new UnreadableTable(wrapped ? 'file-encrypted' : 'file-old-workbook');
  }
  if (
    /^\s*<(\?xml|html|!doctype|table)/i.test(
      head
        .subarray(0, 512)
        .toString('latin1')
        .replace(/^\xef\xbb\xbf/, ''),
    )
  ) {
    throw new UnreadableTable('not-a-table', { found: 'XML/HTML' });
  }
  if (head.subarray(0, 5).toString('latin1') === '%PDF-') throw new UnreadableTable('not-a-table', { found: 'PDF' });
  return textTable(file, size, await findEncoding(file), limits);
}

async function bytesOf(file: string, from: number, length: number): Promise<Buffer> {
  const handle = await openFile(file);
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(length), 0, length, from);
    return buffer.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}
