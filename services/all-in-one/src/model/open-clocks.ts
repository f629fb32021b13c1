import { isOpen, type Matter, type Part } from './matter.js';

/**
 * The clocks that have not ended in a state, from the table of deadlines.md: each as `clock` or `clock department`, as often as it
 * runs. A `return-request` that lapsed is none of them.
 */
export function openClocks(matter: Matter): readonly string[] {
  const { status, urgent, orders, promises, responded, surveying } = matter;
  const times = (clock: string, count: number) => Array.from({ length: count }, () => clock);
  const when = (is: boolean, clock: string) => (is ? [clock] : []);
  const measures = urgent !== undefined && urgent.measures === 0;
  return [
    ...when(!responded, 'first-response'),
    ...when(status === 'registered', 'dispatch'),
    ...when(isOpen(matter), 'resolve'),
    ...when(status === 'to-check', 'check'),
    ...when(status === 'to-reply', 'reply'),
    ...when(measures, 'measures-urgent'),
    ...when(urgent?.step === 'raised', 'acknowledge-urgent'),
    ...when(urgent?.step === 'acknowledged', 'decide-urgent'),
    ...when(urgent?.step === 'decided', 'hand-down-urgent'),
    ...when(urgent?.step === 'handed-down', 'explain-urgent'),
    ...times('survey', surveying.length),
    ...times('follow-up', promises),
    ...orders.map((department) => `supervision ${department}`),
    ...matter.parts.flatMap((part) => clocksOfPart(matter, part)),
  ].toSorted();
}

function clocksOfPart(matter: Matter, part: Part): readonly string[] {
  const { stage, role, department } = part;
  // Its verdict is recorded when the part is approved; the lead's, where results are checked, when the check accepts.
  const isJudged = stage === 'approved' && !(role === 'lead' && matter.status === 'to-check');
  const clocks = [
    [!part.returnUsed && part.toReturn >= 0, 'return-request'],
    [stage === 'waiting' && !part.returnUsed, 'accept'],
    [part.returnAsked, 'return-decision'],
    [!isJudged, 'handle'],
    [role === 'lead' && !part.told, 'interim-feedback'],
    [stage === 'submitted', 'review'],
    [part.extension !== undefined, 'extension-decision'],
    ...Array.from({ length: part.urges }, () => [true, 'acknowledge-urge'] as const),
  ] as const;
  return clocks.flatMap(([runs, clock]) => (runs ? [`${clock} ${department}`] : []));
}
