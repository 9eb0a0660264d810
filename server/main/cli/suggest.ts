/** `suggest FILE`: what each message of a file seems to report, with reasons; changes nothing and needs no database. */
import { statSync } from 'node:fs';
import type { Command } from 'commander';
import { type FileRows, readFileRows, sayRefusal } from '../../modules/imports/index.ts';
import { BUILT_IN_EVENTS, vocabularyOfPack } from '../../modules/regulations/index.ts';
import {
  f1,
  type Labelled,
  type Measures,
  measure,
  type Report,
  reportable,
  type Suggestion,
  shareOf,
  suggest,
  suggestBookOf,
} from '../../modules/requests/index.ts';
import { alignedTable, EXIT_FAILED, fail, type Language, langOption, languageOf, print } from './output.ts';
import { packNamed } from './pack-named.ts';

interface Options {
  pack?: string;
  dir?: string;
  measure?: boolean;
  json?: boolean;
  lang?: string;
}

export function register(program: Command): void {
  program
    .command('suggest')
    .argument('<file>', '来信文件：XLSX、CSV 或 TSV · message file, XLSX, CSV or TSV')
    .description('逐件建议事项、紧急、地点、职责并说明理由 · Suggests event, urgency, place and duty, with reasons')
    .option('--pack <pack>', '规章包，含其自有事项与词语 · With the events and words of a pack')
    .option('--dir <folder>', '规章包所在文件夹 · Folder of the packs')
    .option('--measure', '按文件中的标注衡量 · Measure against the labels of the file')
    .option('--json', '输出 JSON · Answer in JSON')
    .addOption(langOption('语言 · Language'))
    .action(run);
}

type Row = Pick<FileRows['rows'][number], 'cell'>;

async function run(file: string, options: Options): Promise<void> {
  const json = options.json === true;
  const lang = languageOf(options.lang);
  const events = eventsOf(options, lang);
  if ('failure' in events) return fail(events.failure, json);
  const read = await readRows(file, lang);
  if ('failure' in read) return fail(read.failure, json);
  if (options.measure === true) return showMeasures(read.rows, events.known, json, lang);
  const book = suggestBookOf(events.known);
  const said = read.rows.map(({ cell }) => ({
    id: cell('id').trim(),
    ...suggest({ subject: cell('subject').trim(), body: cell('body').trim() }, book),
  }));
  const name = (event: string): string => events.known.find(({ id }) => id === event)?.[lang] ?? event;
  print(json ? JSON.stringify(said.map((one) => viewOf(one, name))) : tableOf(said, name, lang));
  // Rows that could not be read are told on stderr, so that stdout stays one answer.
  for (const { line, code, message } of read.faults) process.stderr.write(`${line}: ${code}: ${message}\n`);
  if (read.faults.length > 0) process.exitCode = EXIT_FAILED;
}

type Known = Parameters<typeof suggestBookOf>[0];

function eventsOf(options: Options, lang: Language): { known: Known } | { failure: Parameters<typeof fail>[0] } {
  if (options.pack === undefined) return { known: reportable(BUILT_IN_EVENTS, []) };
  const named = packNamed(options.pack, options.dir, lang);
  if ('failure' in named) return named;
  return { known: reportable(vocabularyOfPack(named.pack).events, named.pack.terms) };
}

async function readRows(file: string, lang: Language): Promise<FileRows | { failure: Parameters<typeof fail>[0] }> {
  if (!isFile(file)) {
    return { failure: { code: 'file-not-readable', message: `无法读取 · cannot read: ${file.slice(0, 300)}` } };
  }
  const read = await readFileRows(file, 'messages', lang);
  if (read.ok) return read.value;
  const { code, params } = read.refusal;
  return { failure: { code, message: sayRefusal(read.refusal, lang), ...params } };
}

function isFile(file: string): boolean {
  try {
    return statSync(file).isFile();
  } catch {
    return false;
  }
}

/** Flat, in the words of the file's own columns; empty where there is nothing to say. */
const viewOf = ({ id, ...said }: Suggestion & { id: string }, name: (event: string) => string) => ({
  id,
  relevant: said.relevant.value,
  events: said.events.map((one) => ({ ...one, name: name(one.refined ?? one.event) })),
  second: said.second ?? '',
  urgent: said.urgent.value,
  place: said.place?.words ?? '',
  outsideDuty: said.outsideDuty.value,
  reasons: {
    relevant: said.relevant.reasons,
    urgent: said.urgent.reasons,
    place: said.place?.reasons ?? [],
    outsideDuty: said.outsideDuty.reasons,
  },
});

const HEADS: Record<Language, string[]> = {
  zh: ['编号', '供水', '事项', '第二事项', '紧急', '他人职责', '地点', '理由'],
  en: ['id', 'water', 'event', 'second', 'urgent', 'other duty', 'place', 'reason'],
};

function tableOf(
  said: readonly (Suggestion & { id: string })[],
  name: (event: string) => string,
  lang: Language,
): string {
  const yes = (value: boolean): string => (value ? (lang === 'en' ? 'yes' : '是') : '');
  return alignedTable([
    HEADS[lang],
    ...said.map(({ id, relevant, events: [first], second, urgent, outsideDuty, place }) => [
      id,
      yes(relevant.value),
      first ? name(first.refined ?? first.event) : '—',
      second ? name(second) : '',
      yes(urgent.value),
      yes(outsideDuty.value),
      place?.words ?? '',
      first?.reasons[0]?.[lang] ?? '',
    ]),
  ]);
}

const yes = (text: string): boolean => ['yes', 'y', '是', 'true', '1'].includes(text.trim().toLowerCase());

function labelled({ cell }: Row): Labelled {
  return {
    subject: cell('subject'),
    body: cell('body'),
    relevant: yes(cell('relevant')),
    event: cell('event').trim(),
    second: cell('second').trim(),
    urgent: yes(cell('urgent')),
    place: cell('place').trim(),
    outsideDuty: yes(cell('outside_duty')),
  };
}

function showMeasures(rows: readonly Row[], known: Known, json: boolean, lang: Language) {
  const labels = rows.filter(({ cell }) => cell('relevant').trim() !== '').map(labelled);
  if (labels.length < FEWEST) {
    const message = `至少需要 ${FEWEST} 件已标注的来信，文件中有 ${labels.length} 件 · at least ${FEWEST} labelled messages are needed, found ${labels.length}`;
    return fail({ code: 'too-few-labels', message, found: labels.length, limit: FEWEST }, json);
  }
  const report = measure(labels, known);
  print(json ? JSON.stringify(report) : measuresTable(report, lang));
}

/** Messages. With fewer, ten folds say nothing. */
const FEWEST = 20;

const percent = (value: number): string => `${(100 * value).toFixed(1)} %`;

function measuresTable(report: Report, lang: Language): string {
  const lines: [zh: string, en: string, of: (m: Measures) => string][] = [
    ['事项第一位正确', 'event, first', (m) => percent(shareOf(m.top1))],
    ['事项前三位内', 'event, among three', (m) => percent(shareOf(m.top3))],
    ['第二事项（含没有）正确', 'second event, or none', (m) => percent(shareOf(m.second))],
    ['地点：含标注且不超过两倍长', 'place: holds the label, at most twice as long', (m) => percent(shareOf(m.place))],
    ['紧急 F1', 'urgent, F1', (m) => f1(m.urgent).toFixed(2)],
    ['无关来信识别率', 'irrelevant recognised', ({ relevant: r }) => percent(r.tn / Math.max(1, r.tn + r.fp))],
    [
      '供水来信误判无关',
      'relevant taken for irrelevant',
      ({ relevant: r }) => percent(r.fn / Math.max(1, r.fn + r.tp)),
    ],
    ['他人职责 F1', 'outside duty, F1', (m) => f1(m.outsideDuty).toFixed(2)],
  ];
  const zh = lang === 'zh';
  return [
    zh
      ? `${report.messages} 件来信，其中供水 ${report.relevant} 件；${report.folds} 折交叉验证，重复 ${report.repetitions} 次`
      : `${report.messages} messages, ${report.relevant} about water; ${report.folds} folds, ${report.repetitions} repetitions`,
    alignedTable([
      zh ? ['', '交叉验证', '现行参数', '最简答法'] : ['', 'cross-validated', 'as it stands', 'trivial'],
      ...lines.map(([inChinese, inEnglish, of]) => [
        zh ? inChinese : inEnglish,
        of(report.crossValidated),
        of(report.standing),
        of(report.trivial),
      ]),
    ]),
  ].join('\n');
}
