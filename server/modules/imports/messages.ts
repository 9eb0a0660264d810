import { TABLE_MESSAGES } from '../../platform/tables/messages.ts';

/** Every refusal of this module, for the people who read it; with those of the file itself. */
export const messages: Record<string, { zh: string; en: string }> = {
  ...TABLE_MESSAGES,
  'import-not-found': { zh: '没有这次导入的记录。', en: 'There is no record of this import.' },
  'import-kind-unknown': {
    zh: '没有“{found}”这种导入。可以导入的有：{expected}。',
    en: 'There is no import of “{found}”. There are: {expected}.',
  },
  'import-not-recognised': {
    zh: '认不出这是什么表：没有一行像表头。读到的第一行是：{found}。',
    en: 'This table was not recognised: no line looks like a header. The first line is: {found}.',
  },
  'columns-missing': {
    zh: '表头缺少列：{missing}。读到的表头是：{found}。',
    en: 'The header lacks columns: {missing}. The header read was: {found}.',
  },
  'column-twice': { zh: '第 {found} 列对应了不止一项。', en: 'Column {found} is used for more than one thing.' },
  'column-unknown': { zh: '没有“{found}”这一项。', en: 'There is no column “{found}”.' },
  'header-line-unknown': {
    zh: '第 {found} 行不能作表头：应为前几行中的一行。',
    en: 'Line {found} cannot be the header: name one of the first lines.',
  },
  'import-running': { zh: '导入正在进行，请先停止。', en: 'The import is running; stop it first.' },
  'import-not-running': { zh: '导入没有在进行。', en: 'The import is not running.' },
  'import-over': { zh: '这次导入已经完成，请重新上传文件。', en: 'This import is done; upload the file again.' },
  'import-file-gone': {
    zh: '文件已超过保存期限并删除，请重新上传。',
    en: 'The file was kept for its time and is gone; upload it again.',
  },
  'import-not-yours': {
    zh: '文件内容只有上传人可以查看和下载。',
    en: 'Only who uploaded a file may see and download what is in it.',
  },
  'import-broke': {
    zh: '导入多次中断，已停止。已导入的行有效，可以继续。',
    en: 'The import broke off several times and was stopped. The rows so far are in; it can be continued.',
  },
  'errors-none': { zh: '没有需要更正的行。', en: 'There are no rows to correct.' },
  'row-column-count': {
    zh: '这一行有 {found} 列，表头有 {expected} 列。',
    en: 'This row has {found} columns; the header has {expected}.',
  },
  'row-repeats-line': { zh: '与第 {line} 行重复。', en: 'Repeats line {line}.' },
  'row-not-kept': {
    zh: '数据库拒绝了这一行，请检查各项内容。',
    en: 'The database refused this row; check what is in it.',
  },
  'row-as-told': { zh: '{told}', en: '{told}' },
};
