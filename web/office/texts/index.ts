/** Languages of the office: zh-CN unless someone chooses English. */
import dayjs from 'dayjs';
import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { speak } from '../../kit/client.ts';
import { en as appraisalEn } from './appraisal/en.ts';
import { zh as appraisalZh } from './appraisal/zh-CN.ts';
import { en as attributionEn } from './attribution/en.ts';
import { zh as attributionZh } from './attribution/zh-CN.ts';
import { en as backtestsEn } from './backtests/en.ts';
import { zh as backtestsZh } from './backtests/zh-CN.ts';
import { en as callBacksEn } from './contact/call-backs/en.ts';
import { zh as callBacksZh } from './contact/call-backs/zh-CN.ts';
import { en as contactEn } from './contact/en.ts';
import { en as noticesEn } from './contact/notices/en.ts';
import { zh as noticesZh } from './contact/notices/zh-CN.ts';
import { en as slipsEn } from './contact/slips/en.ts';
import { zh as slipsZh } from './contact/slips/zh-CN.ts';
import { zh as contactZh } from './contact/zh-CN.ts';
import { en } from './en.ts';
import { en as identityEn } from './identity/en.ts';
import { zh as identityZh } from './identity/zh-CN.ts';
import { en as importsEn } from './imports/en.ts';
import { zh as importsZh } from './imports/zh-CN.ts';
import { en as keysEn } from './keys/en.ts';
import { zh as keysZh } from './keys/zh-CN.ts';
import { en as listsEn } from './lists/en.ts';
import { zh as listsZh } from './lists/zh-CN.ts';
import { en as liveEn } from './live/en.ts';
import { zh as liveZh } from './live/zh-CN.ts';
import { en as mergingEn } from './merging/en.ts';
import { zh as mergingZh } from './merging/zh-CN.ts';
import { en as ownershipEn } from './ownership/en.ts';
import { zh as ownershipZh } from './ownership/zh-CN.ts';
import { en as placesEn } from './places/en.ts';
import { zh as placesZh } from './places/zh-CN.ts';
import { en as redatingEn } from './redating/en.ts';
import { zh as redatingZh } from './redating/zh-CN.ts';
import { en as registersEn } from './registers/en.ts';
import { zh as registersZh } from './registers/zh-CN.ts';
import { en as reportsEn } from './reports/en.ts';
import { zh as reportsZh } from './reports/zh-CN.ts';
import { en as rostersEn } from './rosters/en.ts';
import { zh as rostersZh } from './rosters/zh-CN.ts';
import { en as draftingEn } from './rulebooks/drafting/en.ts';
import { zh as draftingZh } from './rulebooks/drafting/zh-CN.ts';
import { en as rulebooksEn } from './rulebooks/en.ts';
import { en as readingEn } from './rulebooks/reading/en.ts';
import { zh as readingZh } from './rulebooks/reading/zh-CN.ts';
import { zh as rulebooksZh } from './rulebooks/zh-CN.ts';
import { en as sealedEn } from './sealed/en.ts';
import { zh as sealedZh } from './sealed/zh-CN.ts';
import { en as setUpEn } from './set-up/en.ts';
import { zh as setUpZh } from './set-up/zh-CN.ts';
import type { Texts } from './shape.ts';
import { en as suggestionsEn } from './suggestions/en.ts';
import { zh as suggestionsZh } from './suggestions/zh-CN.ts';
import { zh } from './zh-CN.ts';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'office';
    resources: {
      office: Texts &
        typeof appraisalEn &
        typeof attributionEn &
        typeof backtestsEn &
        typeof callBacksEn &
        typeof contactEn &
        typeof identityEn &
        typeof importsEn &
        typeof keysEn &
        typeof listsEn &
        typeof liveEn &
        typeof mergingEn &
        typeof noticesEn &
        typeof ownershipEn &
        typeof placesEn &
        typeof redatingEn &
        typeof registersEn &
        typeof reportsEn &
        typeof rostersEn &
        typeof rulebooksEn &
        typeof draftingEn &
        typeof readingEn &
        typeof sealedEn &
        typeof setUpEn &
        typeof slipsEn &
        typeof suggestionsEn;
    };
  }
}

export type Language = 'zh-CN' | 'en';
const KEPT = 'gongshui.language';

function kept(): Language {
  try {
    return localStorage.getItem(KEPT) === 'en' ? 'en' : 'zh-CN';
  } catch {
    return 'zh-CN';
  }
}

function apply(language: Language): void {
  document.documentElement.lang = language;
  document.title = i18next.t('product');
  speak(language);
  dayjs.locale(language === 'en' ? 'en' : 'zh-cn');
}

export async function startTexts(): Promise<void> {
  await i18next.use(initReactI18next).init({
    lng: kept(),
    fallbackLng: false,
    defaultNS: 'office',
    resources: {
      'zh-CN': {
        office: {
          ...zh,
          ...appraisalZh,
          ...attributionZh,
          ...backtestsZh,
          ...callBacksZh,
          ...contactZh,
          ...identityZh,
          ...importsZh,
          ...keysZh,
          ...listsZh,
          ...liveZh,
          ...mergingZh,
          ...noticesZh,
          ...ownershipZh,
          ...placesZh,
          ...redatingZh,
          ...registersZh,
          ...reportsZh,
          ...rostersZh,
          ...rulebooksZh,
          ...draftingZh,
          ...readingZh,
          ...sealedZh,
          ...setUpZh,
          ...slipsZh,
          ...suggestionsZh,
        },
      },
      en: {
        office: {
          ...en,
          ...appraisalEn,
          ...attributionEn,
          ...backtestsEn,
          ...callBacksEn,
          ...contactEn,
          ...identityEn,
          ...importsEn,
          ...keysEn,
          ...listsEn,
          ...liveEn,
          ...mergingEn,
          ...noticesEn,
          ...ownershipEn,
          ...placesEn,
          ...redatingEn,
          ...registersEn,
          ...reportsEn,
          ...rostersEn,
          ...rulebooksEn,
          ...draftingEn,
          ...readingEn,
          ...sealedEn,
          ...setUpEn,
          ...slipsEn,
          ...suggestionsEn,
        },
      },
    },
    interpolation: { escapeValue: false },
    returnEmptyString: true,
  });
  apply(kept());
}

export const languageNow = (): Language => (i18next.language === 'en' ? 'en' : 'zh-CN');

export async function changeLanguage(language: Language): Promise<void> {
  try {
    localStorage.setItem(KEPT, language);
  } catch {
    // A browser that keeps nothing still switches for this visit.
  }
  await i18next.changeLanguage(language);
  apply(language);
}
