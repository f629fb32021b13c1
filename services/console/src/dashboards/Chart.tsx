import { BarChart, LineChart } from 'echarts/charts';
import { GridComponent, LegendComponent, TooltipComponent } from 'echarts/components';
import { init, use as useParts, type ECharts, type EChartsCoreOption } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import { useEffect, useRef } from 'react';
import { useIsDark } from '../look/theme.ts';

useParts([BarChart, LineChart, GridComponent, LegendComponent, TooltipComponent, SVGRenderer]);

interface ChartProps {
  readonly option: EChartsCoreOption;
  readonly height: number;
  /** A mark was pressed: the place of its group, and of its series. */
  readonly onChosen: (group: number, series: number) => void;
}

/** A picture for the eye. What it says stands in a table beside it, for whoever does not see it and for whoever wants the figures. */
export function Chart({ option, height, onChosen }: ChartProps) {
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
    chart.current?.setOption({ backgroundColor: 'transparent', animation: false, ...option }, true);
    chart.current?.off('click');
    chart.current?.on('click', ({ dataIndex, seriesIndex }) => onChosen(dataIndex, seriesIndex ?? 0));
  }, [option, isDark, onChosen]);
  return <div ref={box} style={{ height }} aria-hidden="true" />;
}
