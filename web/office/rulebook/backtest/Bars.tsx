/** A chart of what the table beside it says: loaded when it is looked at, told to nobody who cannot see it. */
import { type ReactNode, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { type Bar, draw, heightOf } from './chart.ts';

export function Bars({ bars, title }: { bars: readonly Bar[]; title: string }): ReactNode {
  const { t } = useTranslation();
  const place = useRef<HTMLDivElement>(null);
  const words = { before: t('backtest.before'), after: t('backtest.after') };
  const { before, after } = words;
  const told = JSON.stringify(bars);
  useEffect(() => {
    if (!place.current) return undefined;
    const chart = draw(place.current, JSON.parse(told) as Bar[], { before, after });
    const seen = new ResizeObserver(() => chart.resize());
    seen.observe(place.current);
    return () => {
      seen.disconnect();
      chart.dispose();
    };
  }, [told, before, after]);
  return (
    <div role="img" aria-label={t('backtest.chartOf', { title })}>
      <div ref={place} className="backtest-bars" style={{ height: heightOf(bars) }} aria-hidden="true" />
    </div>
  );
}
