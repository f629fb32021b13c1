import { useCallback, useMemo } from 'react';
import { useNavigate } from 'react-router';
import { forecastWords } from '../words/report-words.ts';
import { useWords } from '../words/use-words.ts';
import { Chart } from './Chart.tsx';
import type { ForecastDay } from './forecast-view.ts';
import { placeBehind } from './use-report.ts';

/** What is expected as bars, and the span in which nine of ten days fell as a band; a day leads to the last one that it rests on. */
export function ForecastChart({ days }: { readonly days: readonly ForecastDay[] }) {
  const { say } = useWords();
  const go = useNavigate();
  const [expected, range] = [say(forecastWords, 'expected'), say(forecastWords, 'range')];
  const option = useMemo(() => {
    const band = {
      type: 'line',
      stack: 'band',
      symbol: 'none',
      lineStyle: { opacity: 0 },
      tooltip: { show: false },
      silent: true,
    };
    return {
      grid: { left: 8, right: 16, top: 10, bottom: 4, outerBoundsMode: 'same', outerBoundsContain: 'axisLabel' },
      tooltip: { trigger: 'axis', axisPointer: { type: 'shadow' }, confine: true },
      xAxis: {
        type: 'category',
        data: days.map(({ day }) => day.slice(5)),
        axisTick: { show: false },
        axisLabel: { hideOverlap: true },
      },
      yAxis: { type: 'value', splitNumber: 4 },
      series: [
        {
          type: 'bar',
          z: 3,
          name: expected,
          barMaxWidth: 18,
          itemStyle: { color: '#2f7fb5' },
          data: days.map((one) => one.expected),
        },
        { ...band, data: days.map(({ low }) => low) },
        {
          ...band,
          name: range,
          areaStyle: { color: '#d9943a', opacity: 0.28 },
          data: days.map(({ low, high }) => (low === null || high === null ? null : high - low)),
        },
      ],
    };
  }, [days, expected, range]);
  const open = useCallback(
    (place: number) => {
      const like = days[place]?.restsOn.at(-1);
      if (like) void go(placeBehind(like.tickets, 'registered'));
    },
    [days, go],
  );
  return <Chart option={option} height={260} onChosen={open} />;
}
