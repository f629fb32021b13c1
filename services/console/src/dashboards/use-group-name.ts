import { useItemName } from '../api/items.ts';
import { useDepartmentName } from '../api/names.ts';
import { useSites } from '../api/ticket-queries.ts';
import type { Pairs } from '../words/pair.ts';
import { eventWords } from '../words/event-words.ts';
import { processWords } from '../words/process-words.ts';
import { dashboardWords, holderWords, outcomeWords, weekdayWords } from '../words/report-words.ts';
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
};

/** What a group of a report is called. */
export function useGroupName(): (dimension: string, value: string | number | undefined) => string {
  const { of, say } = useWords();
  const itemName = useItemName();
  const departmentName = useDepartmentName();
  const sites = useSites();
  return (dimension, value) => {
    const text = String(value ?? 'none');
    if (text === 'none') return say(dashboardWords, 'none');
    if (dimension === 'department') return departmentName(text);
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
