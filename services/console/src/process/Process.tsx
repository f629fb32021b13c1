import { MinusOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Empty, Segmented, Slider } from 'antd';
import { useCallback, useMemo, useState } from 'react';
import { Link } from 'react-router';
import { Computed } from '../dashboards/Computed.tsx';
import { NotTold } from '../dashboards/NotTold.tsx';
import { ReportCard } from '../dashboards/ReportCard.tsx';
import { PeriodPicker } from '../dashboards/PeriodPicker.tsx';
import type { Asked } from '../dashboards/use-asked.ts';
import { placeBehind } from '../dashboards/use-report.ts';
import { duration } from '../look/duration.ts';
import { eventWords } from '../words/event-words.ts';
import { processWords } from '../words/process-words.ts';
import { useWords } from '../words/use-words.ts';
import { ProcessGraph, type Told } from './ProcessGraph.tsx';
import { Edges, Variants } from './ProcessTables.tsx';
import { useProcess, type ProcessLog, type ProcessView } from './process-view.ts';
import { shownWays } from './shown-ways.ts';

const [fewVariants, manyVariants] = [10, 200];

/** The process as it really goes: what follows what, how often and after how long; whole courses; where the time goes by. */
export function Process({ asked }: { readonly asked: Asked }) {
  const { say } = useWords();
  const [log, setLog] = useState<ProcessLog>('own');
  const [limit, setLimit] = useState(fewVariants);
  const process = useProcess(log, asked.period, limit);
  const view = process.data;
  return (
    <div className="stack">
      <div className="row-end">
        <PeriodPicker asked={asked} />
        <Segmented
          value={log}
          onChange={setLog}
          options={[
            { value: 'own', label: say(processWords, 'own') },
            { value: 'imported', label: say(processWords, 'imported') },
          ]}
        />
      </div>
      <NotTold query={process} />
      {view && view.cases === 0 && <Empty description={say(processWords, 'empty')} />}
      {view && view.cases > 0 && <Mined view={view} onMore={() => setLimit(manyVariants)} />}
      <ReportCard name="conformance" by="deviation" asked={{ ...asked, where: { log } }} />
      {view && <Computed asOf={view.asOf} position={view.position} />}
    </div>
  );
}

function Mined({ view, onMore }: { readonly view: ProcessView; readonly onMore: () => void }) {
  const words = useWords();
  const { of, say } = words;
  const [told, setTold] = useState<Told>('frequency');
  const [share, setShare] = useState(85);
  const [scale, setScale] = useState<number>();
  const nameOf = useCallback((activity: string) => of(eventWords, activity), [of]);
  const shown = useMemo(() => shownWays(view, share / 100), [view, share]);
  const { mean, median, longest } = view.durationSeconds;
  const time = (seconds: number | null) => (seconds === null ? '–' : duration(seconds, words));
  const figures = [
    ['cases', <Link to={placeBehind(view.tickets, 'cases')}>{view.cases}</Link>],
    ['events', <Link to={placeBehind(view.tickets, 'events')}>{view.events}</Link>],
    ['variants', view.variantCount],
    ['median', time(median)],
    ['mean', time(mean)],
    ['longest', time(longest)],
  ] as const;
  const shareText = say(processWords, 'shown', { n: share });
  return (
    <>
      <ul className="keys">
        {figures.map(([name, value]) => (
          <li key={name}>
            <span>{of(processWords, name)}</span>
            <strong>{value}</strong>
          </li>
        ))}
      </ul>
      <div className="row-end">
        <Segmented
          value={told}
          onChange={setTold}
          options={(['frequency', 'time'] as const).map((value) => ({ value, label: of(processWords, value) }))}
        />
        <span style={{ width: 200, display: 'inline-block' }}>
          <Slider
            min={20}
            max={100}
            step={5}
            value={share}
            onChange={setShare}
            ariaLabelForHandle={say(processWords, 'share')}
            ariaValueTextFormatterForHandle={() => shareText}
            tooltip={{ formatter: () => shareText }}
          />
        </span>
        <span className="quiet">{shareText}</span>
        <span className="grow" />
        <Button
          icon={<MinusOutlined />}
          aria-label={say(processWords, 'smaller')}
          onClick={() => setScale(Math.max(0.4, (scale ?? 1) - 0.2))}
        />
        <Button
          icon={<PlusOutlined />}
          aria-label={say(processWords, 'larger')}
          onClick={() => setScale(Math.min(2, (scale ?? 1) + 0.2))}
        />
      </div>
      <ProcessGraph {...shown} told={told} nameOf={nameOf} scale={scale} />
      <div className="boards">
        <Edges
          title={`${say(processWords, 'bottlenecks')} · ${say(processWords, 'bottlenecksLead')}`}
          edges={view.bottlenecks}
          nameOf={nameOf}
        />
        <Edges title={say(processWords, 'edges')} edges={view.edges} nameOf={nameOf} />
      </div>
      <Variants view={view} nameOf={nameOf} onMore={onMore} />
    </>
  );
}
