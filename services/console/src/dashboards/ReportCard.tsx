import { InfoCircleOutlined } from '@ant-design/icons';
import { Button, Card, Popover } from 'antd';
import { lazy, Suspense, useMemo } from 'react';
import { dashboardWords, dimensionWords, reportWords } from '../words/report-words.ts';
import { useWords } from '../words/use-words.ts';
import { Computed } from './Computed.tsx';
import { FigureTable } from './FigureTable.tsx';
import { NotTold } from './NotTold.tsx';
import { isOfTime, shapes, type ReportName, type ReportShape } from './report-shapes.ts';
import { dividedBy, parametersFor, type Asked } from './use-asked.ts';
import { useReport, type ReportLine, type ReportView } from './use-report.ts';

const GroupChart = lazy(async () => ({ default: (await import('./GroupChart.tsx')).GroupChart }));

interface ReportCardProps {
  readonly name: ReportName;
  readonly asked: Asked;
  /** Divided by this, whatever is asked. */
  readonly by?: string;
}

/** One report: a picture, and the table that says the same and more. */
export function ReportCard({ name, asked, by: always }: ReportCardProps) {
  const { of, say } = useWords();
  const shape = shapes[name];
  const by = always ?? dividedBy(shape, asked);
  const report = useReport(name, parametersFor(shape, asked, by));
  const view = report.data;
  const lines = useMemo(() => (view ? inOrder(view, shape, by) : []), [view, shape, by]);
  const without = Object.keys(asked.where).filter((column) => !shape.dimensions.includes(column));
  return (
    <Card size="small" title={`${of(reportWords, name)} · ${of(dimensionWords, by)}`} extra={view && <Means view={view} />}>
      <div className="stack">
        {!shape.hasPeriod && <span className="quiet">{say(dashboardWords, 'onlyNow')}</span>}
        {without.map((column) => (
          <span key={column} className="quiet">
            {say(dashboardWords, 'notNarrowed', { name: of(dimensionWords, column) })}
          </span>
        ))}
        <NotTold query={report} />
        {view && (
          <>
            <div className="drawn">
              {lines.length > 0 && (
                <Suspense fallback={null}>
                  <GroupChart shape={shape} by={by} lines={lines} />
                </Suspense>
              )}
              <FigureTable
                view={view}
                by={by}
                lines={lines}
                {...(always === undefined ? { onNarrow: (value: string) => asked.set({ [by]: value, by: undefined }) } : {})}
              />
            </div>
            <Computed asOf={view.asOf} position={view.position} />
          </>
        )}
      </div>
    </Card>
  );
}

function Means({ view: { means } }: { readonly view: ReportView }) {
  const { language, say } = useWords();
  return (
    <Popover content={<div style={{ maxWidth: 420 }}>{means[language]}</div>} trigger="click" placement="bottomRight">
      <Button type="text" icon={<InfoCircleOutlined />}>
        {say(dashboardWords, 'means')}
      </Button>
    </Popover>
  );
}

/** Stretches of time as they come, the rest by size. The answer may still be that of the question before. */
function inOrder({ items }: ReportView, { drawn }: ReportShape, by: string): readonly ReportLine[] {
  const divided = items.filter(({ group }) => by in group);
  if (isOfTime(by)) return divided;
  const size = ({ figures }: ReportLine) => drawn.reduce((sum, name) => sum + (figures[name] ?? 0), 0);
  return divided.toSorted((a, b) => size(b) - size(a));
}
