import { useItemName } from '../api/items.ts';
import { useDepartmentName, usePeople } from '../api/names.ts';
import { useTelephonyRule } from '../api/telephony.ts';
import { useSites } from '../api/ticket-queries.ts';
import type { Pairs } from '../words/pair.ts';
import { eventWords } from '../words/event-words.ts';
import { processWords } from '../words/process-words.ts';
import { dashboardWords, holderWords, outcomeWords, weekdayWords } from '../words/report-words.ts';
import { agentStateWords, doingWords } from '../words/telephony-words.ts';
import { channelWords, clockWords, kindWords, levelWords, partWords, statusWords } from '../words/ticket-words.ts';
import { useWords } from '../words/use-words.ts';
import { deviationName } from './deviation-name.ts';

const words: Readonly<Record<string, Pairs>> = {
  kind: kindWords,
  level: levelWords,
  channel: channelWords,
  status: statusWords,
  clock: clockWords,
  part: partWords,
  outcome: outcomeWords,
  holder: holderWords,
  weekday: weekdayWords,
  doing: { ...agentStateWords, ...doingWords },
};

/** Accounts whose names groups are called by. */
export function agentsOf(lines: readonly { readonly group: Readonly<Record<string, string | number>> }[]): readonly string[] {
  return lines.flatMap(({ group: { agent } }) => (typeof agent === 'string' ? [agent] : []));
}

/** What a group of a report is called. @param agents accounts that groups are of */
export function useGroupName(agents: readonly string[] = []): (dimension: string, value: string | number | undefined) => string {
  const { of, say } = useWords();
  const itemName = useItemName();
  const departmentName = useDepartmentName();
  const sites = useSites();
  const personName = usePeople(agents);
  const { queueName, breakName } = useTelephonyRule();
  return (dimension, value) => {
    const text = String(value ?? 'none');
    if (text === 'none') return say(dashboardWords, 'none');
    if (dimension === 'agent') return personName(text) || text;
    if (dimension === 'queue') return queueName(text);
    if (dimension === 'reason') return breakName(text);
    if (dimension === 'department' || dimension === 'team') return departmentName(text);
    if (dimension === 'item') return itemName(text);
    if (dimension === 'deviation') return deviationName(text, { of });
    if (dimension === 'log') return of(processWords, text);
    if (dimension === 'activity' || dimension === 'next') return of(eventWords, text);
    if (dimension === 'course') return say(processWords, 'steps', { n: Number.parseInt(text, 10) });
    if (dimension === 'site') return sites.find(({ code }) => code === text)?.name ?? text;
    if (dimension === 'hour') return `${text.padStart(2, '0')}:00`;
    return of(words[dimension] ?? {}, text);
  };
}
