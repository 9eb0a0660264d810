/** A small rulebook with nothing wrong in it, with its source and a worked case: what the mistakes are made in. */
import type { SourceFile } from '../yaml/yaml-nodes.ts';

const HEAD = `pack: town
version: "1"
utility: 柳溪水务
effective: "2026-01-01"
source: 柳溪水务服务承诺
holidays: none
currency: CNY
warn: "75 %"
organization:
- {id: hall, kind: unit, name: 营业厅, article: 第一条, quote: 营业厅受理, clauses: [T-001]}
- {id: repair, kind: unit, name: 抢修队, article: 第一条, quote: 抢修队抢修, clauses: [T-001]}
terms:
- {id: depth, kind: fact, type: number, words: [埋深], article: 第二条, quote: 埋深}
- {id: grade, kind: fact, type: choice, choices: [main, branch], words: [管道等级], article: 第二条, quote: 主干管}
- {id: paved, kind: fact, type: yes-no, default: false, words: [路面], article: 第二条, quote: 路面}
- {id: sealed, kind: milestone, words: [封堵], article: 第二条, quote: 封堵}
- {id: digging, kind: plan, words: [开挖时间], article: 第二条, quote: 开挖}
hours:
- id: office
  article: 第三条
  quote: 上午8时至12时
  clauses: [T-003]
  days: mon-fri
  open: ["08:00-12:00", "14:00-18:00"]
  cases:
  - {season: "05-01..09-30", open: ["08:00-12:00", "14:30-18:00"]}
  - {season: "06-15..08-31", open: ["08:00-11:30", "15:00-18:00"]}
limits:
- {id: at-once, words: [立即], value: 10 min, confirmed: false, article: 第四条, quote: 立即, clauses: [T-004]}
`;

const CLOCKS = `clocks:
- id: finish
  article: 第四条
  quote: 二十四小时内修复
  clauses: [T-004]
  from: created
  until: finished
  within: 24 h
  hours: office
- id: arrive
  article: 第五条
  quote: 主干管漏水
  clauses: [T-005]
  when: {event: pipe-leak}
  from: dispatched
  until: [arrived, sealed]
  by: repair
  quiet: "22:00..06:00"
  cases:
  - {when: {depth: "<= 2"}, within: 2 h}
  - {when: {depth: "> 2, <= 4"}, within: 3 h}
  - {when: {depth: "> 4"}, within: at-once}
- {id: answer, article: 第五条, quote: 三日内答复, clauses: [T-005], from: received, until: customer-told, within: 3 cd}
- {id: check, article: 第五条, quote: 三日内答复, clauses: [T-005], until: reviewed, before: answer.due, lead: 1 d}
- {id: dig, article: 第五条, quote: 三日内答复, clauses: [T-005], until: sealed, before: digging, lead: 2 h, breach: at-event}
`;

const WORK = `forms:
- id: reply
  article: 第六条
  quote: 填写处理结果
  clauses: [T-006]
  fields: [measures, {id: depth-found, name: 实测埋深, type: number, when: {event: pipe-leak}}]
gates:
- id: review
  article: 第六条
  quote: 填写处理结果
  clauses: [T-006]
  when: {paved: true}
  blocks: reviewed
  require: {done: [filled:reply]}
routing:
- id: leak
  article: 第一条
  quote: 抢修队抢修
  clauses: [T-001]
  when: {event: pipe-leak}
  cases:
  - {to: hall}
  - {when: {grade: main}, to: repair}
notices:
- {id: told, article: 第七条, quote: 告知用户, clauses: [T-007], from: created, within: at-once, to: customer, via: sms}
approvals:
- {id: longer, article: 第七条, quote: 营业厅批准, clauses: [T-007], of: extended, steps: [hall], clocks: [finish]}
pauses:
- {id: rain, article: 第七条, quote: 大雨, clauses: [T-007], clocks: [finish, arrive], ask: hall}
duties:
- {id: walk, article: 第八条, quote: 每月巡查, clauses: [T-008], for-each: pipe, every: month, makes: works, until: finished}
metrics:
- {id: timely, article: 第八条, quote: 及时率, clauses: [T-008], in-time: [finish], per: month, target: ">= 99 %"}
texts:
- {id: greeting, article: 第八条, quote: 您好, clauses: [T-008], kind: script, text: 您好}
`;

const SOURCE = `柳溪水务服务承诺
第一条 营业厅受理，抢修队抢修。
第二条 埋深、主干管、路面、封堵、开挖以现场为准。
第三条 工作时间为上午8时至12时、下午14时至18时。
第四条 接报后立即派单，二十四小时内修复。
第五条 主干管漏水二小时内到场，三日内答复。
第六条 填写处理结果后审核。
第七条 派单后告知用户；延期由营业厅批准；大雨暂停计时。
第八条 每月巡查；公布及时率；接听时先说您好。
`;

const clauses = [
  ['T-001', '第一条', '营业厅受理，抢修队抢修。'],
  ['T-003', '第三条', '工作时间为上午8时至12时、下午14时至18时。'],
  ['T-004', '第四条', '接报后立即派单，二十四小时内修复。'],
  ['T-005', '第五条', '主干管漏水二小时内到场，三日内答复。'],
  ['T-006', '第六条', '填写处理结果后审核。'],
  ['T-007', '第七条', '派单后告知用户；延期由营业厅批准；大雨暂停计时。'],
  ['T-008', '第八条', '每月巡查；公布及时率；接听时先说您好。'],
].map(([id, section, quote]) => [id, 'town.txt', section, quote, '', '', ''].join('\t'));

const EXAMPLES = `- name: 主干管漏水，埋深三米
  pack: town
  given: {event: pipe-leak, channel: phone, at: "2026-03-02 10:00", facts: {depth: 3}, milestones: {dispatched: "2026-03-02 10:05"}}
  expect: {finish: "2026-03-03 10:00", arrive: "2026-03-02 13:05"}
`;

export const RIGHT: SourceFile[] = [
  { path: 'examples/town.yaml', text: EXAMPLES },
  {
    path: 'sources/clauses.tsv',
    text: `id\tseed_file\tsection\tquote\tkind\tcapability\tparameters\n${clauses.join('\n')}\n`,
  },
  { path: 'sources/town.txt', text: SOURCE },
  { path: 'town/clocks.yaml', text: CLOCKS },
  { path: 'town/pack.yaml', text: HEAD },
  { path: 'town/work.yaml', text: WORK },
];
