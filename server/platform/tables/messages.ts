/** What can be wrong with a file of rows, its rows and its cells. */
import type { Catalogue } from '../http/messages.ts';

export const TABLE_MESSAGES: Catalogue = {
  'file-is-binary': {
    zh: '这不是表格文件：请提供 XLSX、CSV 或 TSV',
    en: 'This is not a table: give an XLSX, CSV or TSV file',
  },
  'not-a-table': {
    zh: '这是 {found} 文件，不是表格：请另存为 XLSX 或 CSV',
    en: 'This is {found}, not a table: save it as XLSX or CSV',
  },
  'file-old-workbook': {
    zh: '这是旧版 Excel 文件（.xls）：请在 Excel 或 WPS 中另存为 .xlsx',
    en: 'This is an old Excel file (.xls): save it as .xlsx',
  },
  'file-encrypted': {
    zh: '文件设有密码：请取消密码后重新保存',
    en: 'The file is protected by a password: save it without',
  },
  'not-a-workbook': {
    zh: '压缩包中没有 Excel 工作表：请提供 .xlsx 文件',
    en: 'There is no worksheet in this archive: give an .xlsx file',
  },
  'workbook-broken': {
    zh: '工作簿已损坏，无法读取：请用 Excel 或 WPS 打开后另存一份',
    en: 'The workbook is damaged: open it in a spreadsheet and save it again',
  },
  'workbook-with-doctype': {
    zh: '工作簿含有文档类型声明（DTD），出于安全已拒绝',
    en: 'The workbook declares a document type (DTD) and is refused for safety',
  },
  'workbook-too-large': {
    zh: '工作簿展开后过大（上限 {limit}）：请分成几个文件',
    en: 'The workbook is too large when unpacked (limit {limit}): split it',
  },
  'row-not-decodable': {
    zh: '此行含有不符合 {encoding} 编码的字符',
    en: 'The row holds characters that are not {encoding}',
  },
  'row-quoting': { zh: '此行的引号不成对', en: 'The quotation marks of this row do not match' },
  'row-too-long': {
    zh: '此行过长：{found} 个字符，上限 {limit}',
    en: 'The row has {found} characters; at most {limit}',
  },
  'row-too-wide': { zh: '此行超过 {limit} 列', en: 'The row has more than {limit} columns' },
  'cell-formula-without-value': {
    zh: '公式没有计算结果：请在 Excel 或 WPS 中打开并保存一次，或改为数值',
    en: 'The formula has no value: open and save the file in a spreadsheet, or type the value',
  },
  'cell-error-value': { zh: '单元格是错误值 {found}', en: 'The cell holds the error {found}' },
  'cell-text-missing': { zh: '单元格的文字在文件中缺失', en: 'The text of the cell is missing in the file' },
  'cell-number-not-valid': { zh: '不是有效的数字：{found}', en: 'Not a number: {found}' },
  'cell-number-too-long': {
    zh: '数字 {found} 超过 {limit} 位，Excel 已丢失末尾数字：请把该列设为文本格式后重新填写',
    en: 'The number {found} has more than {limit} digits and the spreadsheet has lost the last ones: type it as text',
  },
  'cell-date-not-valid': { zh: '不是有效的日期：{found}', en: 'Not a date: {found}' },
};
