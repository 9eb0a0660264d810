/** Reads XML as it comes: well-formed or not at all, and never a document type, which is where entities are defined. */
import { SaxesParser } from 'saxes';
import { UnreadableTable } from './table.ts';

export interface XmlReader {
  /** Name without its prefix. */
  open(name: string, attributes: Record<string, string>): void;
  text?(text: string): void;
  close?(name: string): void;
}

const bare = (name: string): string => {
  const at = name.indexOf(':');
  return at < 0 ? name : name.slice(at + 1);
};

/** Deeper than any part of a workbook is. */
const DEEPEST = 100;

/** Feeds `pieces` to the reader, and yields after each: what the reader gathered can be handed on. */
export async function* readXml(pieces: AsyncIterable<string>, reader: XmlReader): AsyncGenerator<void> {
  const parser = new SaxesParser({ xmlns: false, position: false });
  let depth = 0;
  parser.on('error', () => {
    throw new UnreadableTable('workbook-broken');
  });
  parser.on('doctype', () => {
    throw new UnreadableTable('workbook-with-doctype');
  });
  parser.on('opentag', ({ name, attributes }) => {
    depth += 1;
    if (depth > DEEPEST) throw new UnreadableTable('workbook-broken');
    reader.open(bare(name), attributes as Record<string, string>);
  });
  parser.on('text', (text) => reader.text?.(text));
  parser.on('cdata', (text) => reader.text?.(text));
  parser.on('closetag', ({ name }) => {
    depth -= 1;
    reader.close?.(bare(name));
  });
  for await (const piece of pieces) {
    parser.write(piece);
    yield;
  }
  parser.close();
  yield;
}

export async function readAll(pieces: AsyncIterable<string>, reader: XmlReader): Promise<void> {
  const reading = readXml(pieces, reader);
  while (!(await reading.next()).done);
}

/** `_x000D_` is how a workbook writes a character that XML cannot hold. */
export const unescaped = (text: string): string =>
  text.includes('_x')
    ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    : text;
