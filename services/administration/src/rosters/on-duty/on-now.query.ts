import { problem, type Principal, type Problem, type QueryRequest } from '@ledgerline/contracts';
import {
  dateAt,
  dayAfter,
  dayOfDate,
  dutiesOf,
  publishedPart,
  shiftsOfRoster,
  sightOfRoster,
  wallTimeOf,
  wholeDay,
  worksHere,
  type Duty,
  type ShiftRoster,
} from '@ledgerline/domain';
import type { Ledgerline, RecordPage } from '@ledgerline/host';
import { everyPage, instantText } from '@ledgerline/kernel';
import { absencesOf, awayAllDay, dayOfSomebody } from '../absences.js';
import { rosterOfMonth } from '../roster-of-month.js';

/** Somebody whose shift it is now. */
export interface OnDuty {
  readonly account: string;
  readonly date: string;
  readonly shift: string;
  /** Wall times on which the shift begins and ends. */
  readonly from: string;
  readonly to: string;
  /** Away by leave, or with somebody standing in for them. */
  readonly away: boolean;
  /** As the telephone system tells it; `null` where it has told nothing, or the asker does not see it. */
  readonly state: string | null;
  /** Planned, not away, and signed off. */
  readonly missing: boolean;
}

/** `GET /rosters/on-now?department`: who is on by the published roster, yesterday's shifts that go over midnight with them. */
export async function onNow(
  { body: { department }, principal }: QueryRequest<{ readonly department: string }>,
  ledgerline: Ledgerline,
): Promise<{ readonly kind: 'page'; readonly items: readonly OnDuty[] } | Problem> {
  if (!worksHere(principal.roles)) return problem('not-allowed');
  const now = instantText(ledgerline.clock.now());
  const found = await rostersAround(now, department, ledgerline);
  const seen = found.filter((roster) => sightOfRoster(roster, principal) !== undefined);
  const duties = seen.flatMap((roster) => publishedDuties(roster).filter((duty) => isOn(duty, now, roster)));
  const [roster] = seen;
  if (duties.length === 0 || roster === undefined) return { kind: 'page', items: [] };
  const accounts = duties.map(({ account }) => account);
  const today = dateAt(now, roster);
  const stretch = { from: dayAfter(today, -1), through: today, timeZone: roster.timeZone };
  const absences = await absencesOf({ accounts, ...stretch }, ledgerline);
  const away = awayAllDay(absences);
  const stateOf = await statesSeen(principal, ledgerline);
  const items = duties.map((duty): OnDuty => {
    const { account, date, shift, from, to } = duty;
    const isAway = away.has(dayOfSomebody(duty));
    const state = stateOf.get(account) ?? null;
    const times = { from: wallTimeOf(from), to: wallTimeOf(to) };
    return { account, date, shift, ...times, away: isAway, state, missing: !isAway && state === 'off' };
  });
  return { kind: 'page', items };
}

/** Of yesterday, today and, where the department is ahead of this installation's zone, tomorrow: one month or two. */
async function rostersAround(now: string, department: string, ledgerline: Ledgerline): Promise<readonly ShiftRoster[]> {
  const today = dateAt(now, ledgerline.configuration);
  const months = [...new Set([dayAfter(today, -1), today, dayAfter(today, 1)].map((date) => date.slice(0, 7)))];
  const rosters = await Promise.all(months.map((month) => rosterOfMonth(department, month, ledgerline)));
  return rosters.filter((roster) => roster !== undefined);
}

/** What is published of a roster, shift by shift: by the times that were published with it. */
function publishedDuties(roster: ShiftRoster): readonly Duty[] {
  return dutiesOf(publishedPart(roster).people, shiftsOfRoster(roster, []));
}

function isOn({ from, to }: Duty, now: string, { timeZone }: ShiftRoster): boolean {
  const { hour, minute } = Temporal.Instant.from(now).toZonedDateTimeISO(timeZone);
  const minutes = dayOfDate(dateAt(now, { timeZone })) * wholeDay + hour * 60 + minute;
  return from <= minutes && minutes < to;
}

interface AgentState {
  readonly agent: string;
  readonly state: string;
}
type SeenStates = Extract<RecordPage<AgentState>, { readonly kind: 'page' }>;

/** The states that the asker may see: reporting says which, page by page. */
async function statesSeen(principal: Principal, ledgerline: Ledgerline): Promise<ReadonlyMap<string, string>> {
  const states = new Map<string, string>();
  const pages = everyPage(async (at): Promise<Partial<SeenStates>> => {
    const answer = await ledgerline.ask<RecordPage<AgentState>>('reporting', 'agent-states', {
      body: { limit: 200, ...at },
      principal,
    });
    return answer.kind === 'problem' ? {} : answer;
  });
  for await (const { items = [] } of pages) for (const { agent, state } of items) states.set(agent, state);
  return states;
}
