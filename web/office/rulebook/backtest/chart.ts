/** Bars before and after, drawn by ECharts: only the parts of it that bars need. */
import { BarChart } from 'echarts/charts';
import { GridComponent, LegendComponent } from 'echarts/components';
import { type EChartsType, init, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';

use([BarChart, GridComponent, LegendComponent, SVGRenderer]);

export interface Bar {
  name: string;
  before: number | null;
  after: number | null;
}

const ROW = 44;
const AROUND = 64;
export const heightOf = (bars: readonly Bar[]): number => bars.length * ROW + AROUND;

/** Percentages begin at 0 unless all are high: then what differs would not be seen. */
const lowest = (bars: readonly Bar[]): number => {
  const least = Math.min(...bars.flatMap(({ before, after }) => [before ?? 100, after ?? 100]));
  return least >= 80 ? 70 : 0;
};

export function draw(place: HTMLElement, bars: readonly Bar[], words: { before: string; after: string }): EChartsType {
  const style = getComputedStyle(place);
  const colour = (name: string): string => style.getPropertyValue(name).trim();
  const text = { color: colour('--ink2'), fontFamily: style.fontFamily, fontSize: 12 };
  const chart = init(place, null, { renderer: 'svg' });
  const series = (which: 'before' | 'after', fill: string) => ({
    type: 'bar' as const,
    name: words[which],
    data: bars.map((bar) => bar[which]),
    itemStyle: { color: fill },
    barMaxWidth: 14,
    label: {
      show: true,
      position: 'right' as const,
      ...text,
      formatter: ({ value }: { value: unknown }) => (typeof value === 'number' ? `${value.toFixed(1)}%` : ''),
    },
  });
  chart.setOption({
    animation: false,
    textStyle: text,
    legend: { top: 0, left: 0, itemWidth: 12, itemHeight: 10, textStyle: text },
    grid: { top: 30, bottom: 24, left: 8, right: 56, containLabel: true },
    xAxis: {
      type: 'value',
      min: lowest(bars),
      max: 100,
      axisLabel: { ...text, formatter: '{value}%' },
      splitLine: { lineStyle: { color: colour('--line') } },
    },
    yAxis: {
      type: 'category',
      inverse: true,
      data: bars.map(({ name }) => name),
      axisTick: { show: false },
      axisLine: { lineStyle: { color: colour('--line2') } },
      axisLabel: { ...text, width: 180, overflow: 'truncate' },
    },
    series: [series('before', colour('--run')), series('after', colour('--water-fill'))],
  });
  return chart;
}
