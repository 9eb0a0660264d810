/** What is said on the phone 话术, with the facts of the order filled in. */
import type { Pack } from '../../regulations/rules/pack.ts';

export const BLANKS = ['utility', 'agent', 'received', 'event', 'place', 'number', 'unit', 'reply'] as const;
export type Blank = (typeof BLANKS)[number];

export const SCRIPT = {
  zh: `您好，我是{utility}客服{agent}。您于{received}反映的“{event}”（{place}），工单号 {number}，{unit}已经处理：{reply}
请问您反映的问题解决了吗？
您对这次服务的评价是：非常满意、满意、基本满意、不满意，还是非常不满意？
您对我们的服务还有什么意见和建议？
感谢您的支持，再见。`,
  en: `Hello, this is {agent} of {utility}. On {received} you told us of “{event}” ({place}), order {number}. {unit} has dealt with it: {reply}
Has it been settled?
How satisfied are you with our service: very satisfied, satisfied, basically satisfied, dissatisfied or very dissatisfied?
Is there anything you would like us to do better?
Thank you, and goodbye.`,
};

/** What the rulebook wants said: its script for call-backs, where it has one. */
export const scriptOfRulebook = ({ texts }: Pick<Pack, 'texts'>) =>
  texts.find(({ id, kind }) => kind === 'script' && id === 'call-back');

/** Names in braces that are no blank. */
export const unknownBlanks = (text: string): string[] =>
  [...text.matchAll(/\{([^{}]*)\}/g)].flatMap(([, name = '']) =>
    (BLANKS as readonly string[]).includes(name) ? [] : [name],
  );

export const fillScript = (text: string, facts: Record<Blank, string>): string =>
  text.replace(/\{(\w+)\}/g, (whole, name: string) => facts[name as Blank] ?? whole);
