/** Kinds of things 台账类别 a register holds. Others are whatever the duties of a rulebook are owed for. */

export interface KindWords {
  zh: string;
  en: string;
  /** How files and people write it as well. */
  aliases: readonly string[];
}

/** It belongs to a person, and may expire. */
export const CERTIFICATE = 'certificate';

const table = (text: string): [string, KindWords][] =>
  text
    .trim()
    .split('\n')
    .map((line): [string, KindWords] => {
      const [id = '', zh = '', en = '', aliases = ''] = line.trim().split(/\s*\|\s*/);
      return [id, { zh, en, aliases: aliases.split(' ').filter(Boolean) }];
    });

export const KINDS: ReadonlyMap<string, KindWords> = new Map(
  table(`
  tank | 水箱、水池 | Tank | 水箱 水池 二次供水水箱 蓄水池
  pump | 机泵 | Pump | 水泵 泵 加压泵
  pump-station | 泵站 | Pump station | 提水泵站 加压泵站
  pipe | 管段 | Pipe | 管线 管道 管网
  valve | 阀门 | Valve | 闸门 阀井
  hydrant | 消火栓 | Hydrant | 消防栓
  meter | 水表 | Meter | 计量表
  route | 表册 | Reading route | 抄表册
  meter-reading | 抄表段 | Reading section | 抄表
  account | 户号 | Account | 用户
  customer | 客户 | Customer | 用水户
  outlet | 营业网点 | Outlet | 营业厅 网点 服务窗口 窗口
  facility | 供水设施 | Facility | 设施
  equipment | 供水设备 | Equipment | 设备
  sampling-point | 采样点 | Sampling point | 水质采样点 监测点
  source | 水源地 | Source | 水源保护区
  water-source | 水源 | Water source | 水源井
  treatment-plant | 水厂 | Treatment plant | 净水厂
  district | 供水片区 | District | 片区
  unit | 单位 | Unit | 部门
  branch | 分公司 | Branch | 营业所
  staff | 员工 | Member of staff | 人员 职工
  bank | 代收银行 | Bank | 银行网点
  website | 网站 | Website | 门户网站
  utility | 本公司 | The utility | 公司 全公司
  certificate | 证照 | Certificate | 证书 上岗证
`),
);

/** By id, name or another word; null: none of these, nor of those a rulebook names. */
export function kindOf(written: string, named: ReadonlySet<string>): string | null {
  const text = written.normalize('NFKC').trim();
  if (KINDS.has(text) || named.has(text)) return text;
  for (const [id, { zh, aliases }] of KINDS)
    if (zh === text || zh.split('、').includes(text) || aliases.includes(text)) return id;
  return null;
}

export const kindName = (id: string, lang: 'zh' | 'en'): string => KINDS.get(id)?.[lang] ?? id;
