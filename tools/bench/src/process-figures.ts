import type { OpenAnalytics } from './analytics-log.js';
import { askers } from './dashboards.js';
import { print } from './figure.js';

const nowhere = `20.${'0'.repeat(24)}`;
/** What is common, which the first tickets have, and what no ticket has, so that all of them are looked at. */
const parts = {
  'cases': {},
  'a common way': { activity: 'TicketRouted', next: 'PartAccepted' },
  'a way that nobody took': { activity: 'TicketClosed', next: 'TicketRegistered' },
  'a course that nobody took': { course: nowhere },
} as const; // prettier-ignore

/** How long the process of so many tickets takes to tell, and the tickets behind one of its numbers. */
export async function processFigures({ answers }: Pick<OpenAnalytics, 'answers'>, tickets: number): Promise<void> {
  const [auditor, , manager] = askers;
  for (const principal of [auditor, manager]) {
    const timed = async (what: string, question: string, more: object) => {
      const ask = answers[question] as (asked: object) => Promise<{ readonly kind: string }>;
      const [began, before] = [performance.now(), process.cpuUsage()];
      const { kind } = await ask({ principal, log: 'own', ...more });
      if (kind !== 'report') throw new Error(`${what} was answered with ${kind}`);
      const { user, system } = process.cpuUsage(before);
      print({ bench: 'process', tickets, who: principal.id, what, milliseconds: performance.now() - began, cpuMilliseconds: (user + system) / 1_000 }); // prettier-ignore
    };
    await timed('the graph', 'process', { limit: 20 });
    for (const [what, part] of Object.entries(parts)) await timed(`tickets: ${what}`, 'process-tickets', { limit: 50, part });
  }
}
