/** 归属的文字：派给谁、因为什么、还要问什么。 */
export const zh = {
  ownership: {
    title: '归属',
    to: '归属：{{name}}',
    because: '因为 {{facts}}',
    fact: '{{name}}：{{value}}',
    assumed: '{{name}}：{{value}}（未登记）',
    asks: '还需要知道：{{facts}}',
    ask: '下面几项决定由谁负责，请问来电人；不清楚的留空，现场再补。',
    unknown: '不清楚',
  },
};
