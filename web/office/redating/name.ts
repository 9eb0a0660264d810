import type { TFunction } from 'i18next';
import type { Redating } from './data.ts';

/** What a re-dating leads to: a version or a calendar. */
export const nameOf = ({ to }: Pick<Redating, 'to'>, t: TFunction<'office'>): string =>
  to.calendar === null
    ? t('redating.version', { pack: to.pack ?? '', version: to.version ?? '' })
    : `${t('redating.calendars')} ${to.calendar}`;
