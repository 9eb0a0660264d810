import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CHANNELS, LANGUAGES } from '../notice.ts';
import { EVENTS, shippedWording } from './event.ts';
import { escapeHtml, faultOf, fill, givenWrong, htmlOf, samplesOf } from './placeholders.ts';
import { MOST_PARTS, smsLength } from './sms.ts';

const VARIABLES = [
  { id: 'number', zh: '单号', en: 'Number', required: true, sample: { zh: 'GS1', en: 'GS1' } },
  { id: 'place', zh: '地点', en: 'Place', sample: { zh: '柳荫里', en: 'Liuyin Li' } },
] as const;

describe('what is shipped', () => {
  test.each(EVENTS.map((event) => [event.id, event] as const))(
    '%s stands every check a template is put to',
    (_id, event) => {
      expect(event.channels.every((channel) => CHANNELS.includes(channel))).toBe(true);
      for (const language of LANGUAGES) {
        const { subject, body } = shippedWording(event, language);
        expect(faultOf([subject, body], event.variables)).toBeNull();
        expect(faultOf([body], event.variables)).toBeNull();
        const text = fill(body, samplesOf(event.variables, language), event.variables);
        expect(text).not.toMatch(/[{}]|undefined/);
        expect(smsLength(text).parts).toBeLessThanOrEqual(MOST_PARTS);
      }
    },
  );
});

describe('a template', () => {
  test.each([
    [
      'names a variable nobody knows',
      '{{单号}} {{颜色}}',
      { code: 'template-variable-unknown', params: { found: '颜色' } },
    ],
    ['lacks one it has to name', '{{地点}}', { code: 'template-variable-missing', params: { id: 'number' } }],
    ['has a brace too many', '{{单号}} {{', { code: 'template-braces' }],
    ['calculates', '{{单号}} {{1+1}}', { code: 'template-variable-unknown', params: { found: '1+1' } }],
  ])('that %s is refused', (_what, text, refusal) => {
    expect(faultOf([text], VARIABLES)).toMatchObject(refusal);
  });

  test('takes a variable by its id or by its Chinese name, and what is filled in is no template', () => {
    expect(fill('{{number}} {{ 单号 }} {{place}}', { number: '{{place}}', place: '$&' }, VARIABLES)).toBe(
      '{{place}} {{place}} $&',
    );
  });

  test('is told what it is given', () => {
    expect(givenWrong({ number: 'GS1' }, VARIABLES)).toBeNull();
    expect(givenWrong({ number: ' ' }, VARIABLES)).toMatchObject({ code: 'notice-variable-missing' });
    expect(givenWrong({ number: 'GS1', size: '3' }, VARIABLES)).toMatchObject({ code: 'template-variable-unknown' });
  });

  test('as a letter holds no mark-up but its own, whatever was written', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (subject, body) => {
        const inner = htmlOf(subject, body, 'zh').replace(
          /^.*<title>|<\/title>.*<body>|<\/?p>|<br>|<\/body><\/html>$/gs,
          '',
        );
        expect(inner).not.toMatch(/<script|<img|<a/i);
        expect(escapeHtml(body)).not.toMatch(/[<>"']/);
      }),
    );
    expect(htmlOf('a', '<script>&', 'en')).toContain('&lt;script&gt;&amp;');
  });
});

test.each([
  ['a'.repeat(160), { length: 160, parts: 1, alphabet: 'gsm-7' }],
  ['a'.repeat(161), { length: 161, parts: 2, alphabet: 'gsm-7' }],
  ['€'.repeat(80), { length: 160, parts: 1, alphabet: 'gsm-7' }],
  ['水'.repeat(70), { length: 70, parts: 1, alphabet: 'ucs-2' }],
  ['水'.repeat(71), { length: 71, parts: 2, alphabet: 'ucs-2' }],
  ['水'.repeat(134), { length: 134, parts: 2, alphabet: 'ucs-2' }],
  ['水'.repeat(135), { length: 135, parts: 3, alphabet: 'ucs-2' }],
])('networks cut %s', (text, expected) => {
  expect(smsLength(text)).toEqual(expected);
});
