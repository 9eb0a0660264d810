/** Something the person at the terminal can act upon: shown in both languages, without a stack. */
export class Told extends Error {
  zh: string;
  en: string;
  constructor(zh: string, en: string) {
    super(en);
    this.zh = zh;
    this.en = en;
  }
}
