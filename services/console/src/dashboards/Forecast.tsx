import { Card, Table, type TableColumnsType } from 'antd';
import { lazy, Suspense } from 'react';
import { Link } from 'react-router';
import { ScrollX } from '../look/ScrollX.tsx';
import { dayKindWords, forecastWords } from '../words/report-words.ts';
import { useWords } from '../words/use-words.ts';
import { Computed } from './Computed.tsx';
import { useForecast, type ForecastDay, type ForecastView } from './forecast-view.ts';
import { NotTold } from './NotTold.tsx';
import { shapes } from './report-shapes.ts';
import { parametersFor, type Asked } from './use-asked.ts';
import { placeBehind } from './use-report.ts';

const ForecastChart = lazy(async () => ({ default: (await import('./ForecastChart.tsx')).ForecastChart }));

/** How much is to be expected on the days to come, by which method, how far that was off lately, and on which days it rests. */
export function Forecast({ asked: { where } }: { readonly asked: Asked }) {
  const { say } = useWords();
  const forecast = useForecast(parametersFor(shapes.load, { period: {}, where }, ''));
  const view = forecast.data;
  return (
    <Card size="small" title={say(forecastWords, 'title')}>
      <div className="stack">
        <NotTold query={forecast} />
        {view && (
          <>
            <span>{say(forecastWords, 'method')}</span>
            <Off view={view} />
            <div className="drawn">
              <Suspense fallback={null}>
                <ForecastChart days={view.total.days} />
              </Suspense>
              <Days days={view.total.days} />
            </div>
            <Computed asOf={view.asOf} position={view.position} />
          </>
        )}
      </div>
    </Card>
  );
}

/** A forecast that nobody has held against what came is believed until the first bad week. */
function Off({ view: { total } }: { readonly view: ForecastView }) {
  const { say } = useWords();
  if (total.error === null) return <span className="quiet">{say(forecastWords, 'noError')}</span>;
  const { days, meanAbsolute, share, naive } = total.error;
  const text = { n: days, a: meanAbsolute, s: share === null ? '–' : `${(share * 100).toFixed(0)}%`, b: naive.meanAbsolute };
  return <span>{say(forecastWords, 'error', text)}</span>;
}

function Days({ days }: { readonly days: readonly ForecastDay[] }) {
  const { of, say } = useWords();
  const columns: TableColumnsType<ForecastDay> = [
    { title: say(forecastWords, 'day'), render: (_, { day }) => <span className="figure">{day}</span> },
    { title: say(forecastWords, 'kind'), render: (_, { kind }) => of(dayKindWords, kind) },
    {
      title: say(forecastWords, 'expected'),
      align: 'end',
      render: (_, { expected }) => (expected === null ? say(forecastWords, 'none') : <span className="figure">{expected}</span>),
    },
    {
      title: say(forecastWords, 'range'),
      align: 'end',
      render: (_, { low, high }) => <span className="figure">{low === null || high === null ? '–' : `${low}–${high}`}</span>,
    },
    { title: say(forecastWords, 'restsOn'), render: (_, { restsOn }) => <RestsOn days={restsOn} /> },
  ];
  return (
    <ScrollX>
      <Table<ForecastDay>
        size="small"
        rowKey="day"
        rowClassName="still"
        columns={columns}
        dataSource={[...days]}
        pagination={{ pageSize: 7, hideOnSinglePage: true, showSizeChanger: false }}
      />
    </ScrollX>
  );
}

function RestsOn({ days }: { readonly days: ForecastDay['restsOn'] }) {
  const { t } = useWords();
  return (
    <span className="row-end" style={{ flexWrap: 'nowrap' }}>
      {days.map(({ day, registered, tickets }) =>
        registered === 0 ? (
          <span key={day} className="figure quiet">
            {day.slice(5)}
            {t('colon')}0
          </span>
        ) : (
          <Link key={day} className="figure" to={placeBehind(tickets, 'registered')}>
            {day.slice(5)}
            {t('colon')}
            {registered}
          </Link>
        ),
      )}
    </span>
  );
}
