import { writeFileSync } from 'node:fs';
import { extractText, getDocumentProxy } from 'unpdf';
import { describe, expect, it } from 'vitest';
import { loadShipped } from '../../regulations/index.ts';
import { type Sheet, sheetOf } from '../rules/sheet.ts';
import { slipsOf } from '../rules/slips.ts';
import { renderSlips } from './render.ts';

const packs = loadShipped().packs;

const sheets = (name: string): Sheet[] => {
  const pack = packs.find((one) => one.pack === name);
  if (!pack) throw new Error(name);
  return slipsOf(pack).map((slip, index) =>
    sheetOf(slip, {
      utility: '湖城供水集团有限公司',
      number: `TZ20261126-00000${index}`,
      name: '欧阳珺',
      address: '柳荫路 12 号柳荫里 7 号楼 2 单元 302 室',
      values: Object.fromEntries(slip.fields.map(({ id, name: called }) => [id, `${called}乙丙丁`])),
      day: '2026-11-26',
      source: pack.source,
    }),
  );
};

/** Characters only: where a line breaks is the page's affair. */
const bare = (text: string): string => text.normalize('NFKC').replaceAll(/\s/gu, '');
const pagesOf = async (pdf: Buffer): Promise<{ pages: string[]; sizes: number[] }> => {
  const document = await getDocumentProxy(new Uint8Array(pdf));
  const { text } = await extractText(document, { mergePages: false });
  const sizes = await Promise.all(
    text.map(async (_, index) => Math.round((await document.getPage(index + 1)).getViewport({ scale: 1 }).width)),
  );
  return { pages: text.map(bare), sizes };
};

describe('the PDF of slips', () => {
  it('has a page for each, with every word of it, and embeds no more than what is used', async () => {
    const all = sheets('hucheng');
    const pdf = await renderSlips(all);
    const folder = process.env.GONGSHUI_PICTURES;
    if (folder) writeFileSync(`${folder}/slips.pdf`, pdf);
    const { pages, sizes } = await pagesOf(pdf);
    expect(pages).toHaveLength(all.length);
    expect(new Set(sizes)).toEqual(new Set([420]));
    for (const [index, sheet] of all.entries()) {
      const page = pages[index] as string;
      const words = [
        ...[sheet.utility, sheet.title, sheet.number, sheet.text, sheet.basis, sheet.day],
        ...sheet.to.flatMap(({ label, value }) => [label.zh, label.en, value]),
        ...sheet.fields.flatMap(({ name, value }) => [name, value]),
        ...sheet.receipt.lines.flatMap(({ zh, en }) => [zh, en]),
        ...sheet.receipt.manners,
      ];
      for (const word of words) expect(page, sheet.title).toContain(bare(word));
    }
    expect((await renderSlips(all.slice(0, 1))).length).toBeLessThan(150_000);
  });

  it('takes A4 where A5 is too small, and loses nothing', async () => {
    const [sheet] = sheets('jinan') as [Sheet];
    const fields = Array.from({ length: 14 }, (_, index) => ({
      name: `第${index}项`,
      value: `甲乙丙丁${index}`.repeat(4),
    }));
    const long = { ...sheet, fields, text: sheet.text.repeat(3) };
    const { pages, sizes } = await pagesOf(await renderSlips([long, sheet]));
    expect(sizes).toEqual([595, 420]);
    for (const { value } of fields) expect(pages[0]).toContain(value);
  });
});
