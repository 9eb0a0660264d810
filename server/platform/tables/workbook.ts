/** A workbook of Office Open XML (.xlsx, .xlsm): which sheets it has, its texts and its date formats. */
import { type TableLimits, UnreadableTable } from './table.ts';
import { readAll, unescaped } from './xml.ts';
import type { Zip } from './zip.ts';

export interface Workbook {
  /** Visible sheets in their order, with the part each lies in. */
  sheets: { name: string; part: string }[];
  /** Days before 1970-01-01 at which its calendar begins. */
  epoch: 1900 | 1904;
  texts: string[];
  /** What a number of each cell style shows. */
  styles: Shows[];
}

export type Shows = 'number' | 'day' | 'time' | 'instant';

/** Of the small parts. */
const SMALL = 8 * 1024 * 1024;
const MOST_STYLES = 70_000;

export async function readWorkbook(zip: Zip, limits: TableLimits): Promise<Workbook> {
  const root = await relations(zip, '_rels/.rels', '');
  const main = [...root.values()].find(({ type }) => type === 'officeDocument')?.part ?? 'xl/workbook.xml';
  if (!zip.has(main)) throw new UnreadableTable('not-a-workbook');
  const slash = main.lastIndexOf('/');
  const folder = main.slice(0, slash + 1);
  const parts = await relations(zip, `${folder}_rels/${main.slice(slash + 1)}.rels`, folder);
  const { sheets, epoch } = await readSheets(zip, main);
  const part = (type: string): string | undefined => [...parts.values()].find((one) => one.type === type)?.part;
  const readable = sheets.flatMap(({ name, id }) => {
    const found = parts.get(id);
    return found?.type === 'worksheet' && zip.has(found.part) ? [{ name, part: found.part }] : [];
  });
  if (readable.length === 0) throw new UnreadableTable('not-a-workbook');
  return {
    sheets: readable,
    epoch,
    texts: await readTexts(zip, part('sharedStrings'), limits),
    styles: await readStyles(zip, part('styles')),
  };
}

interface Relation {
  /** Last word of its type. */
  type: string;
  part: string;
}

/** Parts by relation id. What lies outside the file is left out. */
async function relations(zip: Zip, name: string, folder: string): Promise<Map<string, Relation>> {
  const found = new Map<string, Relation>();
  if (!zip.has(name)) return found;
  await readAll(zip.text(name, SMALL), {
    open(tag, { Id = '', Type = '', Target = '', TargetMode }) {
      if (tag !== 'Relationship' || TargetMode === 'External') return;
      found.set(Id, { type: Type.slice(Type.lastIndexOf('/') + 1), part: within(folder, Target) });
    },
  });
  return found;
}

function within(folder: string, target: string): string {
  const steps = target.startsWith('/') ? [] : folder.split('/').filter(Boolean);
  for (const step of target.split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '' && step !== '.') steps.push(step);
  }
  return steps.join('/');
}

async function readSheets(zip: Zip, main: string) {
  const all: { name: string; id: string; hidden: boolean }[] = [];
  let epoch: Workbook['epoch'] = 1900;
  await readAll(zip.text(main, SMALL), {
    open(tag, attributes) {
      if (tag === 'workbookPr' && /^(1|true)$/.test(attributes.date1904 ?? '')) epoch = 1904;
      if (tag !== 'sheet') return;
      const id = Object.entries(attributes).find(([name]) => name.endsWith(':id'))?.[1] ?? '';
      all.push({
        name: (attributes.name ?? '').slice(0, 100),
        id,
        hidden: (attributes.state ?? 'visible') !== 'visible',
      });
    },
  });
  const visible = all.filter(({ hidden }) => !hidden);
  return { sheets: visible.length > 0 ? visible : all, epoch };
}

async function readTexts(zip: Zip, part: string | undefined, limits: TableLimits): Promise<string[]> {
  const texts: string[] = [];
  if (part === undefined || !zip.has(part)) return texts;
  let text = '';
  let reading = false;
  let phonetic = 0;
  await readAll(zip.text(part, limits.texts), {
    open(tag) {
      if (tag === 'si') text = '';
      else if (tag === 'rPh') phonetic += 1;
      else if (tag === 't') reading = phonetic === 0;
    },
    text(piece) {
      if (reading) text += piece;
    },
    close(tag) {
      if (tag === 't') reading = false;
      else if (tag === 'rPh') phonetic -= 1;
      else if (tag === 'si') texts.push(unescaped(text));
    },
  });
  return texts;
}

async function readStyles(zip: Zip, part: string | undefined): Promise<Shows[]> {
  const styles: Shows[] = [];
  if (part === undefined || !zip.has(part)) return styles;
  const formats = new Map<number, string>();
  let inCells = false;
  await readAll(zip.text(part, SMALL), {
    open(tag, attributes) {
      if (tag === 'numFmt') formats.set(Number(attributes.numFmtId), (attributes.formatCode ?? '').slice(0, 300));
      else if (tag === 'cellXfs') inCells = true;
      else if (tag === 'xf' && inCells && styles.length < MOST_STYLES) {
        const id = Number(attributes.numFmtId ?? 0);
        const format = formats.get(id);
        styles.push(format === undefined ? builtIn(id) : showsOf(format));
      }
    },
    close(tag) {
      if (tag === 'cellXfs') inCells = false;
    },
  });
  return styles;
}

/** ECMA-376 18.8.30; 27–36 and 50–58 are those of the Chinese language. */
function builtIn(id: number): Shows {
  if ((id >= 14 && id <= 17) || (id >= 27 && id <= 31) || id === 36 || (id >= 50 && id <= 54)) return 'day';
  if (id === 57 || id === 58) return 'day';
  if ((id >= 18 && id <= 21) || (id >= 32 && id <= 35) || (id >= 45 && id <= 47) || id === 55 || id === 56)
    return 'time';
  return id === 22 ? 'instant' : 'number';
}

export function showsOf(format: string): Shows {
  const bare = format
    .replace(/"[^"]*"|\\.|_.|\*./g, '')
    .replace(/\[(h+|m+|s+)\]/gi, '$1')
    .replace(/\[[^\]]*\]/g, '')
    .toLowerCase();
  if (/general|g\/通用格式/.test(bare)) return 'number';
  const day = /[yedr年月日]/.test(bare.replace(/e[+-]/g, ''));
  const time = /[hs时分秒]|am\/pm|上午/.test(bare);
  if (day && time) return 'instant';
  if (day) return 'day';
  if (time) return 'time';
  return /m/.test(bare) ? 'day' : 'number';
}
