import { useCallback, useMemo } from 'react';
import { useNavigate } from 'react-router';
import { dashboardWords, figureWords } from '../words/report-words.ts';
import { useWords } from '../words/use-words.ts';
import { Chart } from './Chart.tsx';
import { figureText } from './figure-text.ts';
import { groupOption, heightOf } from './group-option.ts';
import { isOfTime, type ReportShape } from './report-shapes.ts';
import { agentsOf, useGroupName } from './use-group-name.ts';
import { addressBehind, placeBehind, type ReportLine } from './use-report.ts';

/** Groups that a picture can show so that one can read it. */
const most = 16;

interface GroupChartProps {
  readonly shape: ReportShape;
  readonly by: string;
  /** In the order in which they are shown. */
  readonly lines: readonly ReportLine[];
}

/** The largest groups of a report, or all stretches of time; what is pressed leads to its tickets. */
export function GroupChart({ shape, by, lines }: GroupChartProps) {
  const words = useWords();
  const go = useNavigate();
  const nameOf = useGroupName(agentsOf(lines));
  const isTimeLine = isOfTime(by);
  const drawn = useMemo(() => (isTimeLine ? lines.slice(-62) : lines.slice(0, most)), [lines, isTimeLine]);
  const drawing = {
    groups: drawn.map(({ group }) => nameOf(by, group[by])),
    series: shape.drawn.map((key) => ({
      key,
      label: words.of(figureWords, key),
      values: drawn.map(({ figures }) => figures[key] ?? null),
    })),
    isStacked: shape.isStacked,
    isOfTime: isTimeLine,
  };
  const text = JSON.stringify(drawing);
  const option = useMemo(
    () =>
      groupOption({
        ...(JSON.parse(text) as typeof drawing),
        format: (key, value) => figureText(key, value, words),
        formatShort: (key, value) => figureText(key, value, words, 1),
      }),
    [text, words],
  );
  const open = useCallback(
    (group: number, series: number) => {
      const line = drawn[group];
      const cell = shape.drawn[series];
      if (line && cell !== undefined) void go(placeBehind(addressBehind(line), cell));
    },
    [drawn, shape, go],
  );
  return (
    <div>
      <Chart option={option} height={heightOf(drawing)} onChosen={open} />
      {!isTimeLine && lines.length > most && (
        <p className="quiet" style={{ margin: '4px 0 0' }}>
          {words.say(dashboardWords, 'others', { n: most })}
        </p>
      )}
    </div>
  );
}
