import type { Catalogue } from '../http/messages.ts';

/** Why an archive was not written, or not brought back. */
export const ARCHIVE_MESSAGES: Catalogue = {
  'archive-not-found': { zh: '打不开文件 {file}（{reason}）', en: 'The file {file} cannot be opened ({reason})' },
  'archive-not-one': {
    zh: '{file} 不是完整的备份文件：不是本平台的备份，或传输中被截断。没有恢复任何内容',
    en: '{file} is not a whole archive: it is none of this platform, or was cut off. Nothing was restored',
  },
  'archive-damaged': {
    zh: '备份文件已损坏：{part} 与其校验值不符。没有恢复任何内容，请换一份备份',
    en: 'The archive is damaged: {part} does not match its checksum. Nothing was restored; use another one',
  },
  'archive-newer': {
    zh: '备份来自更新版本的平台（{found}），本版本只认识到 {expected}。请先升级平台。没有恢复任何内容',
    en: 'The archive was made by a newer version ({found}); this one knows {expected}. Update first. Nothing was restored',
  },
  'archive-other-migrations': {
    zh: '备份来自内容不同的迁移文件 {found}，不能恢复到本平台。没有恢复任何内容',
    en: 'The archive was made with another content of {found} and does not fit this platform. Nothing was restored',
  },
  'archive-exists': { zh: '{file} 已经存在，不覆盖', en: '{file} exists already and is not overwritten' },
  'archive-not-written': { zh: '写不了 {file}：{reason}', en: '{file} cannot be written: {reason}' },
  'target-not-empty': {
    zh: '{folder} 里已有内容。请恢复到一个新的文件夹',
    en: 'There is something in {folder}. Restore into a new folder',
  },
  'target-full': {
    zh: '数据库 {database} 不是空的。请恢复到一个新建的数据库',
    en: 'The database {database} is not empty. Restore into a new one',
  },
  'target-in-hand': {
    zh: '{target} 正由另一次恢复使用，或不是恢复留下的。请等它结束，或把它移开后再试。没有改动任何内容',
    en: '{target} is in the hands of another restore, or was left by none. Wait for it, or move it away. Nothing was changed',
  },
  'target-differs': {
    zh: '恢复后的 {table} 与备份不一致（{found} 行，应为 {expected} 行）。已撤销，没有留下任何内容',
    en: '{table} came back different ({found} rows, {expected} expected). It was undone; nothing is left',
  },
};
