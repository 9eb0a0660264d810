/** `clauses`: every clause of the sources with its state, the entry that carries it, what executes it and the example that proves it. */
import type { Command } from 'commander';
import {
  CLAUSE_STATE_WORDS,
  CLAUSE_STATES,
  type ClauseRow,
  type ClauseState,
  coverageOfFolder,
  type FolderCoverage,
  readFolder,
  SHIPPED,
} from '../../modules/regulations/index.ts';
import { orderRules } from '../../modules/work-orders/index.ts';
import {
  alignedTable,
  describeError,
  EXIT_FAILED,
  fail,
  type Language,
  langOption,
  languageOf,
  print,
} from './output.ts';

interface Options {
  dir?: string;
  of?: string;
  missing?: boolean;
  prove?: boolean;
  brief?: boolean;
  json?: boolean;
  lang?: string;
}

export function register(program: Command): void {
  program
    .command('clauses')
    .description('逐条：原文的每一条由哪个条目承载、由什么执行、哪个算例证明 · Every clause, its entry and its proof')
    .option('--dir <folder>', '规章包所在文件夹 · Folder of the packs')
    .option('--of <prefix>', '只看编号或来源以此开头的条款，如 J、L-04、C[17] · Only these clauses')
    .option('--missing', '只列缺失的，以及还缺什么 · Only what is missing')
    .option('--prove', '列出每个证明：改了什么、哪个算例因此不符 · What was altered, and which example failed')
    .option('--brief', '只要合计与不足 · Totals and shortcomings only')
    .option('--json', '输出 JSON · Answer in JSON')
    .addOption(langOption('语言 · Language'))
    .action(clauses);
}

function clauses(options: Options): void {
  const json = options.json === true;
  const lang = languageOf(options.lang);
  const dir = options.dir ?? SHIPPED;
  const files = readFolder(dir);
  if (!files) {
    const found = dir.slice(0, 200);
    const message = lang === 'en' ? `no such folder: ${found}` : `没有这个文件夹：${found}`;
    fail({ code: 'no-such-folder', message, found }, json);
    return;
  }
  const coverage = coverageOfFolder(files, orderRules);
  if (coverage.rows.length === 0) {
    const message = lang === 'en' ? 'there is no sources/clauses.tsv in it' : '其中没有 sources/clauses.tsv';
    fail({ code: 'no-clauses', message }, json);
    return;
  }
  const rows = coverage.rows.filter(
    ({ clause, source, state }) =>
      (options.of === undefined || source === options.of || clause.startsWith(options.of)) &&
      (options.missing !== true || state === 'missing'),
  );
  if (json) print(JSON.stringify({ totals: totalsOf(coverage), clauses: rows, errors: coverage.errors }));
  else {
    if (!options.brief && options.prove) print(proofLines(rows, lang));
    else if (!options.brief && rows.length > 0) print(table(rows, lang));
    if (!options.missing) print(totals(coverage, lang));
    for (const error of coverage.errors) print(describeError(error, lang));
  }
  if (coverage.errors.length > 0) process.exitCode = EXIT_FAILED;
}

const totalsOf = ({ rows, counts, proofs }: FolderCoverage) => ({
  clauses: rows.length,
  ...counts,
  withTime: rows.filter(({ timed }) => timed).length,
  withTimeExecuted: rows.filter(({ timed, state }) => timed && state === 'executed').length,
  /** Alterations tried, and those no example noticed. */
  altered: proofs.length,
  unnoticed: proofs.filter(({ example }) => !example).length,
  bySource: Object.fromEntries(
    [...new Set(rows.map(({ source }) => source))].map((source) => {
      const own = rows.filter((row) => row.source === source);
      return [
        source,
        Object.fromEntries(CLAUSE_STATES.map((state) => [state, own.filter((r) => r.state === state).length])),
      ];
    }),
  ),
});

function totals(coverage: FolderCoverage, lang: Language): string {
  const { bySource, ...t } = totalsOf(coverage);
  const word = (state: ClauseState) => CLAUSE_STATE_WORDS[state][lang];
  const lines = alignedTable([
    [lang === 'en' ? 'source' : '来源', ...CLAUSE_STATES.map(word)],
    ...Object.entries(bySource).map(([source, counts]) => [
      source,
      ...CLAUSE_STATES.map((s) => String(counts[s] ?? 0)),
    ]),
    [lang === 'en' ? 'all' : '合计', ...CLAUSE_STATES.map((state) => String(t[state]))],
  ]);
  const sentence =
    lang === 'en'
      ? `${t.clauses} clauses; of ${t.withTime} with a time ${t.withTimeExecuted} are executed. ${t.altered} alterations tried, ${t.unnoticed} noticed by no example.`
      : `${t.clauses} 条；写有时限的 ${t.withTime} 条中已执行 ${t.withTimeExecuted} 条。试改 ${t.altered} 处，其中 ${t.unnoticed} 处没有算例察觉。`;
  return `${lines}\n${sentence}`;
}

const place = ({ entry }: ClauseRow): string => (entry ? `${entry.file}:${entry.line}/${entry.entry}` : '—');

function table(rows: ClauseRow[], lang: Language): string {
  const head =
    lang === 'en'
      ? ['clause', 'state', 'entry', 'executed by', 'example or reason']
      : ['条款', '状态', '条目', '执行', '算例或原因'];
  return alignedTable([
    head,
    ...rows.map((row) => [
      row.clause,
      CLAUSE_STATE_WORDS[row.state][lang],
      place(row),
      row.executes?.split('/').at(-1) ?? '—',
      row.proof?.example
        ? `${row.proof.example.name} (${row.proof.example.file}:${row.proof.example.line})`
        : (row.because ?? ''),
    ]),
  ]);
}

function proofLines(rows: ClauseRow[], lang: Language): string {
  return rows
    .flatMap((row) => {
      const example = row.proof?.example;
      if (!row.proof || !example) return [];
      const [altered, fails, instead] = lang === 'en' ? ['altered', 'fails', 'instead of'] : ['改', '不符', '应为'];
      return [
        `${row.clause}  ${place(row)}  ${altered} ${row.proof.section}.${row.proof.id}: ${row.proof.what}`,
        `    ${fails} ${example.file}:${example.line} ${example.name}: ${example.found} ${instead} ${example.expected}`,
      ];
    })
    .join('\n');
}
