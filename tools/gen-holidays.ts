/**
 * Writes regulations/national/cn/<year>.yaml from the package `chinese-days`, for the years it
 * really has data for. Its functions answer "working day" for every other year, so they are not
 * asked: a year is taken when the package ships a file for it with both days off and notice.
 */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const require = createRequire(import.meta.url);
const packageFile = require.resolve('chinese-days/package.json');
const { version } = JSON.parse(readFileSync(packageFile, 'utf8')) as { version: string };
const source = join(dirname(packageFile), 'dist', 'years');
const target = new URL('../regulations/national/cn/', import.meta.url);

/** Wording of the notice of the General Office of the State Council, where it was checked. */
const NOTICES: Record<number, { title: string; published: string; url: string; text: string[] }> = {
  2026: {
    title: '国务院办公厅关于2026年部分节假日安排的通知（国办发明电〔2025〕7号）',
    published: '2025-11-04',
    url: 'https://www.gov.cn/zhengce/zhengceku/202511/content_7047091.htm',
    text: [
      '一、元旦：1月1日（周四）至3日（周六）放假调休，共3天。1月4日（周日）上班。',
      '二、春节：2月15日（农历腊月二十八、周日）至23日（农历正月初七、周一）放假调休，共9天。2月14日（周六）、2月28日（周六）上班。',
      '三、清明节：4月4日（周六）至6日（周一）放假，共3天。',
      '四、劳动节：5月1日（周五）至5日（周二）放假调休，共5天。5月9日（周六）上班。',
      '五、端午节：6月19日（周五）至21日（周日）放假，共3天。',
      '六、中秋节：9月25日（周五）至27日（周日）放假，共3天。',
      '七、国庆节：10月1日（周四）至7日（周三）放假调休，共7天。9月20日（周日）、10月10日（周六）上班。',
    ],
  },
};

interface Year {
  /** Date → "English,中文,number". */
  holidays: Record<string, string>;
  workdays: Record<string, string>;
}

const years = readdirSync(source)
  .map((name) => /^(\d{4})\.json$/.exec(name)?.[1])
  .filter((year) => year !== undefined)
  .map(Number)
  .sort((a, b) => a - b);

mkdirSync(target, { recursive: true });
const written: number[] = [];
for (const year of years) {
  const data = JSON.parse(readFileSync(join(source, `${year}.json`), 'utf8')) as Year;
  // The festivals fixed by law are in every published year; a file without them is not one.
  if (!data.holidays[`${year}-01-01`] || !data.holidays[`${year}-10-01`]) continue;
  const strays = [...Object.keys(data.holidays), ...Object.keys(data.workdays)].filter(
    (date) => !date.startsWith(`${year}-`),
  );
  if (strays.length > 0) throw new Error(`${year}.json names days of another year: ${strays.join(', ')}`);
  writeFileSync(new URL(`${year}.yaml`, target), yamlOf(year, data));
  written.push(year);
}
console.log(
  `regulations/national/cn: ${written[0]}–${written.at(-1)}, ${written.length} years, chinese-days ${version}`,
);

function yamlOf(year: number, data: Year): string {
  const notice = NOTICES[year];
  const lines = [
    `# ${year} 年法定节假日放假调休。由 tools/gen-holidays.ts 生成，请勿手改。`,
    '# off: days nobody works; work: Saturdays and Sundays worked instead (调休上班).',
    'calendar: cn',
    `year: ${year}`,
    `source: npm chinese-days ${version}, after the yearly notice of the General Office of the State Council`,
  ];
  if (notice) {
    lines.push(
      'notice:',
      `  title: ${notice.title}`,
      `  published: "${notice.published}"`,
      `  url: ${notice.url}`,
      '  text:',
    );
    for (const sentence of notice.text) lines.push(`    - ${sentence}`);
  }
  lines.push(
    'off:',
    ...days(data.holidays),
    Object.keys(data.workdays).length === 0 ? 'work: []' : 'work:',
    ...days(data.workdays),
  );
  return `${lines.join('\n')}\n`;
}

function days(table: Record<string, string>): string[] {
  return Object.entries(table)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([date, names]) => `  - {date: "${date}", name: ${names.split(',')[1]}}`);
}
