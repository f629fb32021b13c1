import { useMemo } from 'react';
import { duration } from '../look/duration.ts';
import { processWords } from '../words/process-words.ts';
import { useWords } from '../words/use-words.ts';
import { end, layered, pathThrough, start, type Box, type Way } from './layered.ts';
import type { ActivityView, EdgeView } from './process-view.ts';
import '../dashboards/dashboards.css';
import './process.css';

export type Told = 'frequency' | 'time';

interface ProcessGraphProps {
  readonly activities: readonly ActivityView[];
  readonly edges: readonly EdgeView[];
  readonly told: Told;
  readonly nameOf: (activity: string) => string;
  /** How large it is drawn, 1 as laid out; so that it fits unless given. */
  readonly scale: number | undefined;
}

/** What follows what: the thicker a line, the more often, or the longer it takes. The tables below say the same in figures. */
export function ProcessGraph({ activities, edges, told, nameOf, scale }: ProcessGraphProps) {
  const words = useWords();
  const { say } = words;
  const picture = useMemo(() => layered(activities, edges), [activities, edges]);
  const weights = picture.ways.map((way) => weightOf(way, told));
  const most = Math.max(1, ...weights);
  const lead = say(processWords, 'graphLead', { a: activities.length, n: edges.length });
  const counts = new Map(activities.map(({ activity, count }) => [activity, count]));
  return (
    <div className="process" tabIndex={0} role="region" aria-label={say(processWords, 'graph')}>
      <svg
        role="img"
        aria-label={lead}
        style={scale === undefined ? { width: '100%', maxWidth: picture.width } : { width: picture.width * scale }}
        viewBox={`0 0 ${picture.width} ${picture.height}`}
      >
        <defs>
          <marker
            id="arrow"
            viewBox="0 0 8 8"
            refX="7"
            refY="4"
            markerWidth="9"
            markerHeight="9"
            markerUnits="userSpaceOnUse"
            orient="auto"
          >
            <path d="M0,0 L8,4 L0,8 z" fill={told === 'time' ? '#c77b28' : '#2f7fb5'} />
          </marker>
        </defs>
        {picture.ways.map((way, place) => (
          <path
            key={`${way.from} ${way.to}`}
            d={pathThrough(way.points)}
            fill="none"
            stroke={told === 'time' ? '#c77b28' : '#2f7fb5'}
            strokeWidth={1 + 5 * ((weights[place] ?? 0) / most)}
            strokeOpacity={0.35 + 0.55 * ((weights[place] ?? 0) / most)}
            markerEnd="url(#arrow)"
          />
        ))}
        {picture.boxes.map((box) => (
          <Activity key={box.id} box={box} name={nameOf(box.id)} count={counts.get(box.id)} />
        ))}
        {picture.ways.map((way) => (
          <text key={`${way.from} ${way.to}`} className="label" x={way.labelAt.x} y={way.labelAt.y + 4}>
            {told === 'frequency' ? way.count : way.medianSeconds === undefined ? '' : duration(way.medianSeconds, words)}
          </text>
        ))}
      </svg>
    </div>
  );
}

function Activity({ box, name, count }: { readonly box: Box; readonly name: string; readonly count: number | undefined }) {
  const { of } = useWords();
  const isEnd = box.id === start || box.id === end;
  const middle = box.x + box.width / 2;
  const words = isEnd ? of(processWords, box.id === start ? 'start' : 'end') : name;
  return (
    <g>
      <title>{words}</title>
      <rect
        x={box.x}
        y={box.y}
        width={box.width}
        height={box.height}
        rx={isEnd ? box.height / 2 : 6}
        fill="var(--paper)"
        stroke={isEnd ? '#767676' : '#2f7fb5'}
      />
      <text x={middle} y={box.y + (isEnd ? 18 : 19)}>
        {words.length > 22 ? `${words.slice(0, 21)}…` : words}
      </text>
      {!isEnd && (
        <text x={middle} y={box.y + 36} className="figure" opacity={0.85}>
          {count}
        </text>
      )}
    </g>
  );
}

/** By their logarithms: the most frequent way would make all others hairs. */
function weightOf({ count, medianSeconds = 0 }: Way, told: Told): number {
  return Math.log2(1 + (told === 'frequency' ? count : medianSeconds));
}
