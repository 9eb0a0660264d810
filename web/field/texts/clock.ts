/** Words of the clock, as web/kit/clock asks for them. */
import type { ClockTexts } from '../../kit/clock/words.ts';
import type { UnitWords } from '../../kit/time.ts';
import { t } from './index.ts';

export const unitWords = (): UnitWords => ({
  second: t('clock.units.second'),
  minute: t('clock.units.minute'),
  hour: t('clock.units.hour'),
  day: t('clock.units.day'),
});

export const clockTexts = (): ClockTexts => ({
  units: unitWords(),
  days: { today: t('clock.days.today'), tomorrow: t('clock.days.tomorrow'), yesterday: t('clock.days.yesterday') },
  says: {
    left: t('clock.says.left'),
    passed: t('clock.says.passed'),
    late: t('clock.says.late'),
    paused: t('clock.says.paused'),
    took: t('clock.says.took'),
    open: t('clock.says.open'),
    cancelled: t('clock.says.cancelled'),
    waiting: t('clock.says.waiting'),
  },
  starts: t('clock.starts'),
  due: t('clock.due'),
  stopped: t('clock.stopped'),
  warns: t('clock.warns'),
  now: t('clock.now'),
});
