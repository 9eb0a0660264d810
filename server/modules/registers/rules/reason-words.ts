/** Why a place was found, said to whoever chooses. */
import type { CandidateKind, Reason, Why } from './candidates.ts';

type Words = Record<'zh' | 'en', string>;

const WHY: Record<Why, Words> = {
  name: { zh: '名称相符', en: 'by name' },
  alias: { zh: '别名“{by}”', en: 'also called {by}' },
  short: { zh: '简称“{by}”', en: 'short for {by}' },
  address: { zh: '地址相符：{by}', en: 'by address: {by}' },
  sound: { zh: '与“{by}”同音', en: 'sounds like {by}' },
  near: { zh: '与“{by}”只差一个字', en: 'one character from {by}' },
  beginning: { zh: '“{by}”的开头', en: 'beginning of {by}' },
  part: { zh: '“{by}”中的一段', en: 'part of {by}' },
  pinyin: { zh: '拼音：{by}', en: 'pinyin of {by}' },
  initials: { zh: '拼音首字母：{by}', en: 'initials of {by}' },
  account: { zh: '户号相符', en: 'by account number' },
  phone: { zh: '电话相符', en: 'by phone' },
  'phone-ending': { zh: '电话尾号相符', en: 'by the end of the phone' },
  customer: { zh: '户名相符', en: 'by the name of the customer' },
  'same-number': { zh: '各小区的{by}', en: '{by} of every community' },
  'of-building': { zh: '该楼用户', en: 'in that building' },
  'of-community': { zh: '该小区用户', en: 'in that community' },
  'on-road': { zh: '位于{by}', en: 'on {by}' },
  'house-number': { zh: '门牌{by}号', en: 'house number {by}' },
  'roads-meet': { zh: '两路相交：{by}', en: 'roads that meet: {by}' },
  'roads-apart': { zh: '图上未见相交：{by}', en: 'not seen to meet on the map: {by}' },
  'building-unknown': { zh: '登记簿中没有“{by}”', en: '{by} is not in the register' },
};

export const KIND_WORDS: Record<CandidateKind, Words> = {
  premises: { zh: '用水户', en: 'Premises' },
  building: { zh: '楼栋', en: 'Building' },
  community: { zh: '小区', en: 'Community' },
  junction: { zh: '路口', en: 'Junction' },
  road: { zh: '道路', en: 'Road' },
  district: { zh: '片区', en: 'District' },
};

export const sayReason = ({ why, by }: Reason, lang: 'zh' | 'en'): string => WHY[why][lang].replace('{by}', by ?? '');
