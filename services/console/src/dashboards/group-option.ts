import type { EChartsCoreOption } from 'echarts/core';
import { fontFamily } from '../look/theme.ts';

export interface Series {
  /** Name of the cell or figure. */
  readonly key: string;
  readonly label: string;
  readonly values: readonly (number | null)[];
}

interface Drawing {
  readonly groups: readonly string[];
  readonly series: readonly Series[];
  readonly isStacked: boolean;
  /** Stretches of time stand side by side, everything else one under the other. */
  readonly isOfTime: boolean;
  readonly format: (key: string, value: number) => string;
  /** The same beside an axis, where there is little room. */
  readonly formatShort: (key: string, value: number) => string;
}

/** What is good is green, what is late is red; the rest is told apart. */
const colors: Readonly<Record<string, string>> = {
  inTime: '#3f9c6b',
  late: '#d9943a',
  breached: '#c2443c',
  cancelledLate: '#a3712b',
  open: '#2f7fb5',
  overdue: '#c2443c',
  held: '#d9943a',
  underOneDay: '#8cc3e3',
  oneToThreeDays: '#4f9fd0',
  threeToSevenDays: '#2f7fb5',
  sevenToThirtyDays: '#d9943a',
  overThirtyDays: '#c2443c',
  satisfied: '#3f9c6b',
  dissatisfied: '#c2443c',
  granted: '#3f9c6b',
  refused: '#c2443c',
  acknowledged: '#3f9c6b',
  workingP90: '#d9943a',
  elapsedSeconds: '#8cc3e3',
  rejected: '#c2443c',
  reworked: '#8a62b3',
  sentBack: '#d9943a',
  reopened: '#2f7fb5',
  answeredInTime: '#3f9c6b',
  abandoned: '#c2443c',
  staffedHours: '#8cc3e3',
  afterCallHours: '#8a62b3',
  breakHours: '#d9943a',
  resolved: '#3f9c6b',
  cameBack: '#c2443c',
};
const usual = '#2f7fb5';

export function groupOption({ groups, series, isStacked, isOfTime, format, formatShort }: Drawing): EChartsCoreOption {
  const names = { type: 'category', data: groups, axisLabel: isOfTime ? { hideOverlap: true } : { width: 150, overflow: 'truncate' }, axisTick: { show: false }, ...(isOfTime ? {} : { inverse: true, axisLine: { show: false } }) }; // prettier-ignore
  const key = series[0]?.key ?? '';
  const values = {
    type: 'value',
    axisLabel: { formatter: (value: number) => formatShort(key, value) },
    splitNumber: 4,
    minInterval: 1,
  };
  return {
    textStyle: { fontFamily },
    grid: {
      left: 8,
      right: 20,
      top: series.length > 1 ? 34 : 10,
      bottom: 4,
      outerBoundsMode: 'same',
      outerBoundsContain: 'axisLabel',
    },
    ...(series.length > 1
      ? { legend: { top: 0, left: 0, itemWidth: 12, itemHeight: 10, itemGap: 16, textStyle: { fontFamily } } }
      : {}),
    tooltip: { trigger: 'axis', axisPointer: { type: 'shadow' }, confine: true },
    xAxis: isOfTime ? names : values,
    yAxis: isOfTime ? values : names,
    series: series.map((one) => ({
      type: 'bar',
      name: one.label,
      ...(isStacked ? { stack: 'all' } : {}),
      barMaxWidth: 18,
      itemStyle: { color: colors[one.key] ?? usual },
      tooltip: { valueFormatter: (value: unknown) => (typeof value === 'number' ? format(one.key, value) : '–') },
      data: one.values,
    })),
  };
}

/** Height of the picture in pixels. */
export function heightOf({ groups, series, isStacked, isOfTime }: Pick<Drawing, 'groups' | 'series' | 'isStacked' | 'isOfTime'>) {
  const each = isStacked ? 26 : 8 + 16 * series.length;
  return isOfTime ? 260 : Math.max(90, groups.length * each + 70);
}
