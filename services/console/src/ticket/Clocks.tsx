import { Card, Collapse, Tag } from 'antd';
import { useDeadlines } from '../api/ticket-queries.ts';
import { useDepartmentName } from '../api/names.ts';
import type { ClockView } from '../api/views.ts';
import { duration } from '../look/duration.ts';
import { Countdown, Instant } from '../look/times.tsx';
import { clockStateWords, clockWords, verdictWords } from '../words/ticket-words.ts';
import { useWords, type Words } from '../words/use-words.ts';
import { byUrgency, isOpen } from './clock-order.ts';
import { differs, type RecalculationView } from './recalculation.ts';

const stateColors: Readonly<Record<string, string>> = { breached: 'red', met: 'green', held: 'gold', suspended: 'purple' };

/** Every clock: what is due next on top, and where each time comes from. */
export function Clocks({ id }: { readonly id: string }) {
  const { t, of, language } = useWords();
  const departmentName = useDepartmentName();
  const { data } = useDeadlines(id);
  if (!data || data.items.length === 0) return null;
  const clocks = data.items.toSorted(byUrgency);
  return (
    <Card size="small" title={t('clocks')} styles={{ body: { padding: 0 } }}>
      <Collapse
        ghost
        size="small"
        items={clocks.map((clock) => ({
          key: clock.instance,
          label: (
            <span className="row-end" style={{ justifyContent: 'space-between', rowGap: 0 }}>
              <span className={isOpen(clock) ? undefined : 'quiet'}>
                {of(clockWords, clock.clock)}
                {clock.department && <span className="quiet"> · {departmentName(clock.department)}</span>}
              </span>
              <ClockNow clock={clock} />
            </span>
          ),
          children: (
            <div className="words">
              {clock.due && (
                <div>
                  {t('due')} <Instant at={clock.due} />
                </div>
              )}
              <div className="quiet">{clock.explanation[language]}</div>
              {differs(clock, clock.recalculation) && <Recalculated clock={clock.recalculation} />}
            </div>
          ),
        }))}
      />
    </Card>
  );
}

/** What documents that were corrected since would have made of it: beside the verdict, which stays. */
function Recalculated({ clock: { due, verdict, explanation } }: { readonly clock: RecalculationView }) {
  const { t, of, language } = useWords();
  return (
    <div>
      <div>
        {t('recalculated')} <Instant at={due} /> {verdict && of(verdictWords, verdict.verdict)}
      </div>
      <div className="quiet">{explanation[language]}</div>
    </div>
  );
}

function ClockNow({ clock }: { readonly clock: ClockView }) {
  const words = useWords();
  const { state, due, verdict } = clock;
  if (state === 'running' && due) return <Countdown due={due} />;
  const how = verdict?.verdict;
  const isLate = how === 'late' || how === 'breached';
  const color = isLate ? 'red' : (stateColors[state] ?? (how === 'in-time' ? 'green' : 'default'));
  return (
    <Tag color={color} style={{ margin: 0 }}>
      {howItStands(clock, words)}
    </Tag>
  );
}

/** What is late and still owed says by how much, as work lists do. */
function howItStands({ state, verdict }: ClockView, words: Words): string {
  if (verdict === null) return words.of(clockStateWords, state);
  if (verdict.verdict === 'breached' && verdict.by)
    return words.t('overdueBy', { t: duration(verdict.by.elapsedSeconds, words) });
  return words.of(verdictWords, verdict.verdict);
}
