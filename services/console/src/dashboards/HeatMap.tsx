import { Card } from 'antd';
import { Link } from 'react-router';
import { dashboardWords, weekdayWords } from '../words/report-words.ts';
import { useWords } from '../words/use-words.ts';
import { Computed } from './Computed.tsx';
import { NotTold } from './NotTold.tsx';
import { shapes } from './report-shapes.ts';
import { parametersFor, type Asked } from './use-asked.ts';
import { addressBehind, placeBehind, useReport, type ReportLine } from './use-report.ts';
import './dashboards.css';

const weekdays = ['1', '2', '3', '4', '5', '6', '7'];
const hours = Array.from({ length: 24 }, (_, hour) => String(hour));
/** The fullest hour is this much colour (per cent): what stands on it can still be read, light and dark. */
const fullest = 68;

/** When the work comes: picture and table in one, each number with its tickets. */
export function HeatMap({ asked }: { readonly asked: Asked }) {
  const { of, say } = useWords();
  const report = useReport('load', parametersFor(shapes.load, asked, 'weekday,hour'));
  const view = report.data;
  const lines = new Map((view?.items ?? []).map((line) => [`${line.group['weekday']} ${line.group['hour']}`, line]));
  const most = Math.max(1, ...[...lines.values()].map(({ figures }) => figures['registered'] ?? 0));
  return (
    <Card size="small" title={say(dashboardWords, 'heat')}>
      <div className="stack">
        <NotTold query={report} />
        {view && (
          <>
            <div className="heat-box" tabIndex={0} role="region" aria-label={say(dashboardWords, 'heat')}>
              <table className="heat">
                <thead>
                  <tr>
                    <td />
                    {hours.map((hour) => (
                      <th key={hour} scope="col">
                        {hour.padStart(2, '0')}
                      </th>
                    ))}
                  </tr>
                </thead>
                <tbody>
                  {weekdays.map((weekday) => (
                    <tr key={weekday}>
                      <th scope="row">{of(weekdayWords, weekday)}</th>
                      {hours.map((hour) => (
                        <Hour key={hour} line={lines.get(`${weekday} ${hour}`)} most={most} />
                      ))}
                    </tr>
                  ))}
                </tbody>
              </table>
            </div>
            <Computed asOf={view.asOf} position={view.position} />
          </>
        )}
      </div>
    </Card>
  );
}

function Hour({ line, most }: { readonly line: ReportLine | undefined; readonly most: number }) {
  const count = line?.figures['registered'] ?? 0;
  if (!line || count === 0) return <td />;
  const colour = `color-mix(in srgb, #2f7fb5 ${Math.round(10 + (count / most) * (fullest - 10))}%, transparent)`;
  return (
    <td style={{ background: colour }}>
      <Link to={placeBehind(addressBehind(line), 'registered')}>{count}</Link>
    </td>
  );
}
