import { BarChart as Bars } from 'echarts/charts';
import { GridComponent, TooltipComponent } from 'echarts/components';
import { init, use as useParts, type ECharts } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import { useEffect, useRef } from 'react';
import { Link, useNavigate } from 'react-router';
import { useIsDark } from '../look/theme.ts';

useParts([Bars, GridComponent, TooltipComponent, SVGRenderer]);

export interface Bar {
  readonly label: string;
  readonly count: number;
  /** Where the tickets behind it are. */
  readonly place: string;
}

const rowHeight = 26;

/** Bars for the eye; the same figures as a list for those who do not see them. */
export function BarChart({ label, bars }: { readonly label: string; readonly bars: readonly Bar[] }) {
  const go = useNavigate();
  const isDark = useIsDark();
  const box = useRef<HTMLDivElement>(null);
  const chart = useRef<ECharts>(undefined);
  useEffect(() => {
    if (!box.current) return undefined;
    const made = init(box.current, isDark ? 'dark' : undefined, { renderer: 'svg' });
    chart.current = made;
    const observer = new ResizeObserver(() => made.resize());
    observer.observe(box.current);
    return () => {
      observer.disconnect();
      made.dispose();
    };
  }, [isDark]);
  useEffect(() => {
    chart.current?.setOption({
      backgroundColor: 'transparent',
      grid: { left: 8, right: 48, top: 4, bottom: 4, outerBoundsMode: 'same' },
      tooltip: { trigger: 'item' },
      xAxis: { type: 'value', show: false },
      yAxis: {
        type: 'category',
        inverse: true,
        data: bars.map((bar) => bar.label),
        axisLine: { show: false },
        axisTick: { show: false },
      },
      series: [
        {
          type: 'bar',
          barMaxWidth: 16,
          itemStyle: { color: '#2f7fb5', borderRadius: 3 },
          label: { show: true, position: 'right' },
          data: bars.map((bar) => bar.count),
        },
      ],
    });
    chart.current?.off('click');
    chart.current?.on('click', ({ dataIndex }) => void go(bars[dataIndex]?.place ?? '/work/all'));
  }, [bars, isDark, go]);
  return (
    <figure style={{ margin: 0 }} aria-label={label}>
      <div ref={box} style={{ height: bars.length * rowHeight + 12 }} aria-hidden="true" />
      <ul className="only-read">
        {bars.map(({ label: name, count, place }) => (
          <li key={place}>
            <Link to={place}>
              {name} {count}
            </Link>
          </li>
        ))}
      </ul>
    </figure>
  );
}
