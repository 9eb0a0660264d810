/** Slips as pages of a PDF: A5, or A4 where one does not fit. Only the characters that are used are embedded. */
import { fileURLToPath } from 'node:url';
import PDFDocument from 'pdfkit';
import { encode } from 'uqr';
import type { Sheet } from '../rules/sheet.ts';

const font = (weight: string, name: string): string =>
  fileURLToPath(import.meta.resolve(`@expo-google-fonts/noto-sans-sc/${weight}/NotoSansSC_${name}.ttf`));

/** Points. */
const MARGIN = 34;
const QR = 58;
/** Of the title's block. */
const HEAD = 76;
const RECEIPT = 104;
const GREY = '#555555';
const LINE = '#999999';

type Pdf = InstanceType<typeof PDFDocument>;

/** All of them in one file, in this order, a page each. */
export async function renderSlips(sheets: readonly Sheet[]): Promise<Buffer> {
  const title = sheets.length === 1 && sheets[0] ? `${sheets[0].title} ${sheets[0].number}` : '通知单';
  const doc = new PDFDocument({ autoFirstPage: false, info: { Title: title }, lang: 'zh-CN', pdfVersion: '1.7' });
  const parts: Buffer[] = [];
  const whole = new Promise<Buffer>((resolve, reject) => {
    doc.on('data', (part: Buffer) => parts.push(part));
    doc.on('end', () => resolve(Buffer.concat(parts)));
    doc.on('error', reject);
  });
  doc.registerFont('text', font('400Regular', '400Regular'));
  doc.registerFont('strong', font('700Bold', '700Bold'));
  for (const sheet of sheets) page(doc, sheet);
  doc.end();
  return whole;
}

function page(doc: Pdf, sheet: Sheet): void {
  const small = 420 - 2 * MARGIN;
  const size = needed(doc, sheet, small) > 595 - 2 * MARGIN ? 'A4' : 'A5';
  doc.addPage({ size, margin: MARGIN });
  const width = doc.page.width - 2 * MARGIN;
  head(doc, sheet, width);
  body(doc, sheet, width);
  receipt(doc, sheet, width);
}

const TEXT = { lineGap: 4, indent: 21 };
const BASIS = { lineGap: 2 };
/** Between name and value, and above and below. */
const GAP = 5;
const nameWidth = (width: number): number => Math.round(width * 0.3);

const rowHeight = (doc: Pdf, name: string, value: string, width: number): number => {
  doc.font('text').fontSize(10);
  const left = nameWidth(width) - 2 * GAP;
  return (
    Math.max(
      doc.heightOfString(name, { width: left }),
      doc.heightOfString(value, { width: width - nameWidth(width) - 2 * GAP }),
    ) +
    2 * GAP
  );
};

const rowsOf = ({ to, fields }: Sheet): { name: string; value: string }[] => [
  ...to.map(({ label, value }) => ({ name: `${label.zh} ${label.en}`, value })),
  ...fields,
];

/** Height of everything on a page of that width. */
function needed(doc: Pdf, sheet: Sheet, width: number): number {
  const text = doc
    .font('text')
    .fontSize(10.5)
    .heightOfString(sheet.text, { width, ...TEXT });
  const basis = doc
    .font('text')
    .fontSize(8)
    .heightOfString(sheet.basis, { width, ...BASIS });
  const rows = rowsOf(sheet).reduce((sum, { name, value }) => sum + rowHeight(doc, name, value, width), 0);
  return HEAD + text + rows + basis + 78 + RECEIPT;
}

function head(doc: Pdf, sheet: Sheet, width: number): void {
  const middle = width - 2 * (QR + GAP);
  doc.font('text').fontSize(10).fillColor('black');
  doc.text(sheet.utility, MARGIN + QR + GAP, MARGIN, { width: middle, align: 'center', height: 14, ellipsis: true });
  doc.font('strong').fontSize(19);
  doc.text(sheet.title, MARGIN + QR + GAP, MARGIN + 18, { width: middle, align: 'center', height: 28, ellipsis: true });
  doc.font('text').fontSize(8.5).fillColor(GREY);
  doc.text(`编号 No. ${sheet.number}`, MARGIN + QR + GAP, MARGIN + 49, { width: middle, align: 'center' });
  square(doc, sheet.number, MARGIN + width - QR, MARGIN);
  doc.x = MARGIN;
  doc.y = MARGIN + HEAD;
}

/** 二维码: the number, to be found by when somebody comes back with it. */
function square(doc: Pdf, text: string, x: number, y: number): void {
  const { data, size } = encode(text, { border: 1 });
  const unit = QR / size;
  doc.fillColor('black');
  for (const [row, line] of data.entries()) {
    for (const [column, dark] of line.entries()) {
      // a trifle wider, so that neighbours touch
      if (dark) doc.rect(x + column * unit, y + row * unit, unit + 0.05, unit + 0.05);
    }
  }
  doc.fill();
}

function body(doc: Pdf, sheet: Sheet, width: number): void {
  doc.font('text').fontSize(10.5).fillColor('black');
  doc.text(sheet.text, MARGIN, doc.y, { width, ...TEXT });
  doc.y += 8;
  const left = nameWidth(width);
  for (const { name, value } of rowsOf(sheet)) {
    const height = rowHeight(doc, name, value, width);
    // a form of many fields goes on overleaf
    if (doc.y + height > doc.page.height - MARGIN) doc.addPage({ size: 'A4', margin: MARGIN });
    const { y } = doc;
    doc.lineWidth(0.5).strokeColor(LINE).rect(MARGIN, y, width, height).stroke();
    doc
      .moveTo(MARGIN + left, y)
      .lineTo(MARGIN + left, y + height)
      .stroke();
    doc
      .font('text')
      .fontSize(10)
      .fillColor(GREY)
      .text(name, MARGIN + GAP, y + GAP, { width: left - 2 * GAP });
    doc.fillColor('black').text(value, MARGIN + left + GAP, y + GAP, { width: width - left - 2 * GAP });
    doc.y = y + height;
  }
  doc.y += 8;
  doc.font('text').fontSize(8).fillColor(GREY);
  if (sheet.basis !== '') doc.text(`依据 Basis　${sheet.basis}`, MARGIN, doc.y, { width, ...BASIS });
  doc.y += 8;
  doc.fontSize(10).fillColor('black').text(sheet.utility, MARGIN, doc.y, { width, align: 'right' });
  doc.text(sheet.day, MARGIN, doc.y + 2, { width, align: 'right' });
}

/** At the foot, to be cut off and brought back. */
function receipt(doc: Pdf, { receipt: { title, lines, manners }, number, title: slip }: Sheet, width: number): void {
  if (doc.y > doc.page.height - MARGIN - RECEIPT) doc.addPage({ size: 'A5', margin: MARGIN });
  const top = doc.page.height - MARGIN - RECEIPT;
  doc.lineWidth(0.5).strokeColor(LINE).dash(3, { space: 3 });
  doc
    .moveTo(MARGIN, top)
    .lineTo(MARGIN + width, top)
    .stroke()
    .undash();
  doc
    .font('strong')
    .fontSize(10)
    .fillColor('black')
    .text(`${title.zh} ${title.en}`, MARGIN, top + 10);
  doc.font('text').fontSize(8.5).fillColor(GREY);
  doc.text(`${slip} ${number}`, MARGIN, top + 11, { width, align: 'right' });
  const each = width / lines.length;
  doc.fontSize(8.5).fillColor(GREY).strokeColor(GREY);
  for (const [index, { zh, en }] of lines.entries()) {
    const x = MARGIN + index * each;
    doc.text(`${zh} ${en}`, x, top + 36, { lineBreak: false });
    doc
      .moveTo(x, top + 72)
      .lineTo(x + each - 12, top + 72)
      .stroke();
  }
  let x = MARGIN;
  for (const manner of manners) {
    doc.rect(x, top + 86, 7, 7).stroke();
    doc.text(manner, x + 11, top + 83, { lineBreak: false });
    x += doc.widthOfString(manner) + 25;
  }
}
