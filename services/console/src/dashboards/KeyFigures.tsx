import { Link } from 'react-router';
import { dashboardWords, figureWords, reportWords } from '../words/report-words.ts';
import { useWords } from '../words/use-words.ts';
import { figureText } from './figure-text.ts';
import { shapes, type ReportName } from './report-shapes.ts';
import { parametersFor, type Asked } from './use-asked.ts';
import { addressBehind, placeBehind, useReport } from './use-report.ts';

interface KeyFigure {
  readonly report: ReportName;
  readonly figure: string;
  /** The cell whose tickets are behind it. */
  readonly cell: string;
}

const keys: readonly KeyFigure[] = [
  { report: 'sla', figure: 'attainment', cell: 'clocks' },
  { report: 'load', figure: 'registered', cell: 'registered' },
  { report: 'backlog', figure: 'open', cell: 'open' },
  { report: 'backlog', figure: 'overdue', cell: 'overdue' },
  { report: 'ageing', figure: 'medianDays', cell: 'open' },
  { report: 'urging', figure: 'urged', cell: 'urged' },
  { report: 'satisfaction', figure: 'satisfiedShare', cell: 'surveys' },
];

/** What one wants to know first, each with its tickets. */
export function KeyFigures({ asked }: { readonly asked: Asked }) {
  return (
    <ul className="keys">
      {keys.map((key) => (
        <OneFigure key={`${key.report} ${key.figure}`} {...key} asked={asked} />
      ))}
    </ul>
  );
}

function OneFigure({ report, figure, cell, asked }: KeyFigure & { readonly asked: Asked }) {
  const words = useWords();
  const { of, say } = words;
  const shape = shapes[report];
  const { data } = useReport(report, parametersFor(shape, asked, ''));
  const total = data?.total;
  const text = figureText(figure, total?.figures[figure], words);
  const leads = total !== undefined && (total.figures[cell] ?? 0) > 0;
  const about = shape.hasPeriod ? of(reportWords, report) : say(dashboardWords, 'now');
  return (
    <li>
      <span>{of(figureWords, figure)}</span>
      <strong>{leads ? <Link to={placeBehind(addressBehind(total), cell)}>{text}</Link> : text}</strong>
      <span className="quiet">{about}</span>
    </li>
  );
}
