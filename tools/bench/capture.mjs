/** Imported into a server that is measured: writes every statement of its transactions to a file, a line of JSON each. */
import { subscribe } from 'node:diagnostics_channel';
import { appendFileSync } from 'node:fs';

const file = process.env.GONGSHUI_CAPTURE;
let last = 0;
const numbers = new WeakMap();
const plain = (value) =>
  value instanceof Date
    ? { date: value.getTime() }
    : Buffer.isBuffer(value)
      ? { bytes: value.toString('base64') }
      : value;

if (file)
  subscribe('gongshui.statement', ({ transaction, text, values }) => {
    if (!numbers.has(transaction)) numbers.set(transaction, ++last);
    appendFileSync(file, `${JSON.stringify({ of: numbers.get(transaction), text, values: values.map(plain) })}\n`);
  });
