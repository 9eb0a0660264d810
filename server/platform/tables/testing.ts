/** Workbooks made by hand for tests: every part as a text, so that each can be wrong. */
import { createWriteStream, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { afterAll } from 'vitest';
import { ZipFile } from 'yazl';

const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

export interface Parts {
  /** Inside `<sheetData>`. */
  rows: string;
  /** Behind `</sheetData>`. */
  after?: string;
  workbook?: string;
  shared?: string;
  styles?: string;
  /** More parts, or other contents for these. */
  more?: Record<string, string | Buffer>;
}

export function testFolder() {
  const folder = mkdtempSync(join(tmpdir(), 'gongshui-tables-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  let number = 0;
  const next = (): string => join(folder, `file-${number++}`);
  return {
    next,
    file(bytes: string | Uint8Array): string {
      const path = next();
      writeFileSync(path, bytes);
      return path;
    },
    async zip(parts: Record<string, string | Buffer>): Promise<string> {
      const path = next();
      const zip = new ZipFile();
      for (const [name, content] of Object.entries(parts)) zip.addBuffer(Buffer.from(content), name);
      zip.end();
      await pipeline(zip.outputStream, createWriteStream(path));
      return path;
    },
    workbook(parts: Parts): Promise<string> {
      return this.zip(workbookParts(parts));
    },
  };
}

export function workbookParts(parts: Parts): Record<string, string | Buffer> {
  const relation = (id: string, type: string, target: string) =>
    `<Relationship Id="${id}" Type="${OFFICE}/${type}" Target="${target}"/>`;
  return {
    '[Content_Types].xml': '<Types/>',
    '_rels/.rels': `<Relationships>${relation('r1', 'officeDocument', 'xl/workbook.xml')}</Relationships>`,
    'xl/workbook.xml':
      parts.workbook ?? '<workbook xmlns:r="r"><sheets><sheet name="小区" sheetId="1" r:id="r1"/></sheets></workbook>',
    'xl/_rels/workbook.xml.rels': `<Relationships>${relation('r1', 'worksheet', 'worksheets/sheet1.xml')}${relation('r2', 'sharedStrings', 'sharedStrings.xml')}${relation('r3', 'styles', '/xl/styles.xml')}</Relationships>`,
    'xl/worksheets/sheet1.xml': `<worksheet><sheetData>${parts.rows}</sheetData>${parts.after ?? ''}</worksheet>`,
    'xl/sharedStrings.xml': `<sst>${parts.shared ?? ''}</sst>`,
    'xl/styles.xml': `<styleSheet>${parts.styles ?? ''}</styleSheet>`,
    ...parts.more,
  };
}
