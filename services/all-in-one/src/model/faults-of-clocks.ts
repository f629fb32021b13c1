import { clocksOfTicket, type Rulebook, type TicketDeadlines } from '@ledgerline/domain';
import type { RecordedEvent } from '@ledgerline/kernel';
import { isDeepStrictEqual } from 'node:util';
import { isHandedIn, type Matter } from './matter.js';
import { openClocks } from './open-clocks.js';
import { leftOf } from './terms.js';

/** What is wrong with the clocks of a ticket in a state; nothing where they keep to deadlines.md. */
export function faultsOfClocks(
  events: readonly RecordedEvent[],
  matter: Matter,
  { rulebook, before }: { readonly rulebook: Rulebook; readonly before?: TicketDeadlines },
): { readonly faults: readonly string[]; readonly deadlines: TicketDeadlines } {
  const deadlines = clocksOfTicket(events, rulebook, matter.now);
  const again = clocksOfTicket(structuredClone(events), rulebook, matter.now);
  const faults = [
    ...(isDeepStrictEqual(deadlines, again) ? [] : ['judged twice, they are not the same']),
    ...namedTwice(deadlines),
    ...otherThanOpen(deadlines, matter),
    ...otherwiseDue(deadlines, matter),
    ...notTheWhole(deadlines),
    ...(before === undefined ? [] : takenBack(before, deadlines)),
  ];
  return { faults, deadlines };
}

function namedTwice({ clocks }: TicketDeadlines): readonly string[] {
  const names = clocks.map(({ instance }) => instance);
  return names.filter((name, place) => names.indexOf(name) !== place).map((name) => `${name} is two instances`);
}

/** Which clocks run follows from the state (deadlines.md, the table). */
function otherThanOpen({ clocks }: TicketDeadlines, matter: Matter): readonly string[] {
  const running = clocks.filter(({ state }) => !['met', 'cancelled', 'lapsed'].includes(state));
  const is = running.map(({ clock, department }) => ['follow-up'].includes(clock) ? clock : [clock, department].filter(Boolean).join(' ')).toSorted(); // prettier-ignore
  const should = openClocks(matter);
  if (isDeepStrictEqual(is, should)) return [];
  return [`open should be ${difference(should, is)} more and ${difference(is, should)} less`];
}

function difference(more: readonly string[], less: readonly string[]): string {
  const left = [...less];
  const only = more.filter((name) => {
    const place = left.indexOf(name);
    if (place >= 0) left.splice(place, 1);
    return place < 0;
  });
  return `[${only.join(', ')}]`;
}

/** The product's due time of each `handle` is the model's stopwatch. */
function otherwiseDue({ clocks }: TicketDeadlines, matter: Matter): readonly string[] {
  return matter.parts
    .filter((part) => !isHandedIn(part))
    .flatMap((part) => {
      const clock = clocks.findLast((one) => one.clock === 'handle' && one.department === part.department);
      const should = Temporal.Instant.fromEpochMilliseconds(matter.now + leftOf(matter, part)).toString();
      if (clock?.due !== null && clock?.due !== undefined && Temporal.Instant.compare(clock.due, should) === 0) return [];
      return [`handle of ${part.department} should be due ${should} and is ${clock?.due ?? 'never'}`];
    });
}

/** Time by holder adds up. */
function notTheWhole({ holders }: TicketDeadlines): readonly string[] {
  return holders.flatMap(({ instance, parts, whole }) => {
    const sum = (of: 'workingSeconds' | 'elapsedSeconds') => parts.reduce((total, part) => total + part[of], 0);
    const off = (['workingSeconds', 'elapsedSeconds'] as const).filter((of) => Math.abs(sum(of) - whole[of]) > 1e-6);
    return off.map((of) => `${instance}: holders have ${sum(of)} ${of} of ${whole[of]}`);
  });
}

/** What has its verdict keeps it: nothing met is cancelled later, and none runs again. */
function takenBack(before: TicketDeadlines, { clocks }: TicketDeadlines): readonly string[] {
  return before.clocks.flatMap((was) => {
    const is = clocks.find(({ instance }) => instance === was.instance);
    if (is === undefined) return [`${was.instance} is gone`];
    if (was.state !== 'met' && was.state !== 'cancelled') return [];
    const same = is.state === was.state && is.endedAt === was.endedAt && isDeepStrictEqual(is.verdict, was.verdict);
    return same
      ? []
      : [`${was.instance} was ${was.state} ${JSON.stringify(was.verdict)} and is ${is.state} ${JSON.stringify(is.verdict)}`];
  });
}
