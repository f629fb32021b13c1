import { Tag } from 'antd';
import { useDepartmentName } from '../api/names.ts';
import type { EventView } from '../api/views.ts';
import { Instant } from '../look/times.tsx';
import { eventWords } from '../words/event-words.ts';
import { roleWords } from '../words/ticket-words.ts';
import { useWords } from '../words/use-words.ts';

interface EventHeadProps {
  readonly event: EventView;
  readonly nameOf: (id: string | undefined) => string;
}

/** What happened, who did it in which department, when. */
export function EventHead({ event, nameOf }: EventHeadProps) {
  const { t, of } = useWords();
  const departmentName = useDepartmentName();
  const { actor, at, onBehalfOf } = event.meta;
  const byKind: Readonly<Record<string, string>> = { system: t('bySystem'), token: t('byToken'), caller: t('byCaller') };
  const who = nameOf(actor.id) || byKind[actor.kind] || of(roleWords, actor.roles?.[0]);
  const power = onBehalfOf === undefined ? '' : ` ${t('inPlaceOf', { name: nameOf(onBehalfOf) || onBehalfOf })}`;
  const department = [event.data['department'], event.data['lead']].find((one) => typeof one === 'string') as string | undefined;
  return (
    <span className="row-end" style={{ rowGap: 0 }}>
      <strong>{of(eventWords, event.type)}</strong>
      {department && <Tag style={{ margin: 0 }}>{departmentName(department)}</Tag>}
      <span className="quiet">
        {who}
        {power} · <Instant at={at} />
      </span>
    </span>
  );
}
