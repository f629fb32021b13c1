import { Tabs } from 'antd';
import { lazy, Suspense } from 'react';
import { Navigate, useNavigate, useParams, useSearchParams } from 'react-router';
import { PageHead } from '../look/PageHead.tsx';
import { holdsOneOf, useUser } from '../session/session.tsx';
import { dashboardWords } from '../words/report-words.ts';
import { useWords } from '../words/use-words.ts';
import { Controls } from './Controls.tsx';
import { Forecast } from './Forecast.tsx';
import { HeatMap } from './HeatMap.tsx';
import { Overview } from './Overview.tsx';
import { ReportCard } from './ReportCard.tsx';
import { shapes, type ReportName } from './report-shapes.ts';
import { useAsked } from './use-asked.ts';
import './dashboards.css';

const Process = lazy(async () => ({ default: (await import('../process/Process.tsx')).Process }));
const WhatIf = lazy(async () => ({ default: (await import('../what-if/WhatIf.tsx')).WhatIf }));

const reportsOf: Readonly<Record<string, readonly ReportName[]>> = {
  sla: ['sla'],
  times: ['times', 'durations'],
  backlog: ['backlog', 'ageing'],
  load: ['load'],
  telephony: ['telephony', 'occupancy', 'first-contact'],
  quality: ['satisfaction', 'rework', 'returns', 'urging'],
};
const parts = ['overview', ...Object.keys(reportsOf), 'process', 'what-if'];
/** Who may try documents on the past, as the server says of previews. */
const trying = ['administrator', 'coordinator', 'leader', 'chairman', 'auditor'];

/** Figures over what one may see (R14.2), each with its tickets; the process that they show; what another rule would have made of it. */
export function Page() {
  const { t, of } = useWords();
  const user = useUser();
  const go = useNavigate();
  const asked = useAsked();
  const [search] = useSearchParams();
  const { part = 'overview' } = useParams();
  const isOffered: Readonly<Record<string, boolean>> = {
    'what-if': user.roles.some((role) => trying.includes(role)),
    telephony: holdsOneOf(user, 'agent', 'inspector', 'leader', 'auditor'),
  };
  const offered = parts.filter((one) => isOffered[one] ?? true);
  if (!offered.includes(part)) return <Navigate to="/dashboards" replace />;
  const reports = reportsOf[part] ?? [];
  const dimensions = [...new Set(reports.flatMap((name) => shapes[name].dimensions))];
  const hasPeriod = reports.length === 0 || reports.some((name) => shapes[name].hasPeriod);
  return (
    <div className="page stack">
      <PageHead title={t('dashboards')} />
      <Tabs
        activeKey={part}
        onChange={(key) => void go(`/dashboards/${key}?${search.toString()}`)}
        items={offered.map((key) => ({ key, label: of(dashboardWords, key) }))}
      />
      {part !== 'what-if' && part !== 'process' && <Controls asked={asked} dimensions={dimensions} hasPeriod={hasPeriod} />}
      {part === 'overview' && <Overview asked={asked} />}
      {reports.map((name) => (
        <ReportCard key={name} name={name} asked={asked} />
      ))}
      {part === 'load' && (
        <>
          <HeatMap asked={asked} />
          <Forecast asked={asked} />
        </>
      )}
      <Suspense fallback={null}>
        {part === 'process' && <Process asked={asked} />}
        {part === 'what-if' && <WhatIf />}
      </Suspense>
    </div>
  );
}
