import { CaretRightOutlined, LeftOutlined, PauseOutlined, RightOutlined } from '@ant-design/icons';
import { Button, Checkbox, Typography } from 'antd';
import dayjs from 'dayjs';
import { useEffect, useMemo, useState } from 'react';
import { useSearchParams } from 'react-router';
import { usePeople } from '../api/names.ts';
import { useTicketAtVersion } from '../api/ticket-queries.ts';
import type { EventView, TicketView } from '../api/views.ts';
import { eventWords } from '../words/event-words.ts';
import { useWords } from '../words/use-words.ts';
import { Changes } from './Changes.tsx';
import { differences } from './differences.ts';
import { EventHead } from './EventHead.tsx';
import { Facts } from './Facts.tsx';
import { Parts } from './Parts.tsx';
import { TimeSlider } from './TimeSlider.tsx';
import './timeline.css';

interface TimelineProps {
  readonly ticket: TicketView;
  readonly events: readonly EventView[];
}

/**
 * The ticket at any moment of its life. Between two events nothing changes, so that the slider has a stop for each: the same for a week of
 * silence as for three events in a minute.
 */
export function Timeline({ ticket, events }: TimelineProps) {
  const { t, of } = useWords();
  const last = events.at(-1)?.version ?? ticket.version;
  const [search] = useSearchParams();
  const [chosen, setChosen] = useState<number>();
  /** The other moment, where two are compared. */
  const [since, setSince] = useState<number>();
  const [isPlaying, setIsPlaying] = useState(false);
  const at = Math.min(chosen ?? versionAt(events, search.get('at')) ?? last, last);
  const from = since === undefined ? at - 1 : Math.min(since, at);
  const nameOf = usePeople(events.flatMap(({ meta }) => [meta.actor.id, meta.onBehalfOf]));
  const then = useTicketAtVersion(ticket.id, at).data;
  const before = useTicketAtVersion(ticket.id, from >= 1 ? from : undefined).data;
  const isReady = then?.version === at && (from < 1 || before?.version === from);
  const changes = useMemo(
    () => (isReady ? differences(from >= 1 ? before : undefined, then) : []),
    [isReady, from, before, then],
  );
  const event = events.find(({ version }) => version === at);
  const move = (by: number) => setChosen(Math.max(1, Math.min(last, at + by)));
  useEffect(() => {
    if (!isPlaying) return undefined;
    const timer = setInterval(() => {
      setChosen((now) => (now === undefined || now >= last ? now : now + 1));
    }, 900);
    return () => clearInterval(timer);
  }, [isPlaying, last]);
  if (isPlaying && at >= last) setIsPlaying(false);
  const play = () => {
    if (at >= last) setChosen(1);
    setIsPlaying(!isPlaying);
  };
  const timeOf = (version: number) => dayjs(events.find((one) => one.version === version)?.meta.at).format('YYYY-MM-DD HH:mm:ss');
  return (
    <section className="stack" aria-label={t('timeline')}>
      <div className="row-end">
        <Button
          aria-label={t(isPlaying ? 'stop' : 'play')}
          icon={isPlaying ? <PauseOutlined /> : <CaretRightOutlined />}
          onClick={play}
        />
        <Button aria-label={t('earlier')} icon={<LeftOutlined />} disabled={at <= 1} onClick={() => move(-1)} />
        <TimeSlider last={last} at={at} since={since} timeOf={timeOf} onChoose={setChosen} onSince={setSince} />
        <Button aria-label={t('later')} icon={<RightOutlined />} disabled={at >= last} onClick={() => move(1)} />
        <Typography.Text className="figure" strong>
          {at >= last ? t('now') : timeOf(at)}
        </Typography.Text>
        <Checkbox
          checked={since !== undefined}
          onChange={({ target }) => setSince(target.checked ? Math.max(1, at - 1) : undefined)}
        >
          {t('compare')}
        </Checkbox>
      </div>
      <div className="two">
        <ol className="timeline">
          {events.toReversed().map((one) => (
            <li
              key={one.id}
              aria-current={one.version === at ? 'step' : undefined}
              className={one.version > at ? 'not-yet' : since !== undefined && one.version > from ? 'between' : undefined}
            >
              <button type="button" onClick={() => setChosen(one.version)}>
                <span className="figure quiet">{one.version}</span> <EventHead event={one} nameOf={nameOf} />
              </button>
              <Causes event={one} events={events} onChoose={setChosen} />
            </li>
          ))}
        </ol>
        <div className="stack">
          {event && (
            <Typography.Title level={2} style={{ fontSize: 15, margin: 0 }}>
              {since === undefined ? `${at} · ${of(eventWords, event.type)}` : t('fromTo', { a: timeOf(from), b: timeOf(at) })}
            </Typography.Title>
          )}
          <Changes changes={changes} />
          {then && <Parts ticket={then} changed={new Set(changes.map(({ member }) => member))} />}
          {then && <Facts ticket={then} changed={new Set(changes.map(({ member }) => member))} />}
        </div>
      </div>
    </section>
  );
}

/** The last event that had happened at a moment; undefined where none had, or where no moment is given. */
function versionAt(events: readonly EventView[], moment: string | null): number | undefined {
  const time = moment === null ? Number.NaN : Date.parse(moment);
  return events.findLast(({ meta }) => Date.parse(meta.at) <= time)?.version;
}

interface CausesProps {
  readonly event: EventView;
  readonly events: readonly EventView[];
  readonly onChoose: (version: number) => void;
}

/** Which event of this ticket led to it, and to which it led. */
function Causes({ event, events, onChoose }: CausesProps) {
  const { t } = useWords();
  const cause = events.find(({ id }) => id === event.meta.causation);
  const effects = events.filter(({ meta }) => meta.causation === event.id);
  if (!cause && effects.length === 0) return null;
  const link = (version: number, text: string) => (
    <Button key={version} type="link" size="small" onClick={() => onChoose(version)}>
      {text}
    </Button>
  );
  return (
    <div>
      {cause && link(cause.version, t('causedBy', { n: cause.version }))}
      {effects.map(({ version }) => link(version, t('causes', { n: version })))}
    </div>
  );
}
