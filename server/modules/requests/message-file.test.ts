import { describe, expect, it } from 'vitest';
import { readMessageFile } from './message-file.ts';

const read = (text: string) => readMessageFile(new TextEncoder().encode(text));
const rows = (text: string) => {
  const file = read(text);
  if (!file.ok) throw new Error(file.refusal.code);
  return file.value.rows.map((row) => ('cells' in row ? [row.line, ...row.cells] : [row.line, row.refusal.code]));
};
const code = (bytes: Uint8Array) => {
  const file = readMessageFile(bytes);
  return file.ok ? 'read' : file.refusal.code;
};

describe('a tab-separated message file', () => {
  it('takes a quotation mark for a plain character', () => {
    expect(rows('id\ttime\tsubject\tbody\n1\t2019/1/2 3:04:05\t"停水\t他说"没水"\n')).toEqual([
      [2, '1', '2019/1/2 3:04:05', '"停水', '他说"没水"'],
    ]);
  });
  it('is read the same with a byte order mark and with Windows line ends', () => {
    expect(rows('\ufeffid\ttime\tsubject\tbody\r\n1\tt\ts\tb\r\n')).toEqual([[2, '1', 't', 's', 'b']]);
  });
  it('refuses only the row with a wrong number of columns', () => {
    expect(rows('id\ttime\tsubject\tbody\n1\tt\ts\n2\tt\ts\tb\n')).toEqual([
      [2, 'row-column-count'],
      [3, '2', 't', 's', 'b'],
    ]);
  });
  it('refuses only the row that is not UTF-8', () => {
    const good = new TextEncoder().encode('id\ttime\tsubject\tbody\n1\tt\ts\tb\n');
    const bad = Uint8Array.from([...good, 0x31, 9, 0x74, 9, 0xd6, 0xd0, 9, 0x62, 10]);
    const file = readMessageFile(bad);
    expect(file.ok && file.value.rows.map((row) => ('cells' in row ? 'read' : row.refusal.code))).toEqual([
      'read',
      'row-not-utf8',
    ]);
  });
  it('refuses a row of five megabytes and reads the one after it', () => {
    expect(rows(`id\ttime\tsubject\tbody\n1\tt\ts\t${'水'.repeat(1_700_000)}\n2\tt\ts\tb`)).toEqual([
      [2, 'row-too-long'],
      [3, '2', 't', 's', 'b'],
    ]);
  });
});

describe('a CSV message file', () => {
  it('keeps commas, quotation marks and line breaks inside quotes, and knows the line of each row', () => {
    expect(rows('id,time,subject,body\n1,t,"a,""b""","one\ntwo"\n2,t,s,b\n')).toEqual([
      [2, '1', 't', 'a,"b"', 'one\ntwo'],
      [4, '2', 't', 's', 'b'],
    ]);
  });
  it('refuses only the row whose quoting is broken', () => {
    expect(rows('id,time,subject,body\n1,t,s"x,b\n2,t,s,b\n')).toEqual([
      [2, 'row-quoting'],
      [3, '2', 't', 's', 'b'],
    ]);
  });
});

describe('what is not a message file', () => {
  it('is refused as binary when it holds zero bytes', () => {
    expect(code(Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13]))).toBe('file-is-binary');
  });
  it('is refused as empty when nothing is in it', () => {
    expect(code(new Uint8Array())).toBe('file-empty');
    expect(code(new TextEncoder().encode('\ufeff'))).toBe('file-empty');
  });
  it('is refused when a needed column is missing, naming it', () => {
    const file = read('id\tsubject\tbody\n1\ts\tb\n');
    expect(file.ok ? '' : file.refusal).toMatchObject({ code: 'message-columns-missing', params: { missing: 'time' } });
  });
  it('is refused as not UTF-8 when the header is not', () => {
    expect(code(Uint8Array.from([0xd6, 0xd0, 9, 0x62, 10]))).toBe('file-not-utf8');
  });
});
