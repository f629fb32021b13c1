import { describe, expect, test } from '@jest/globals';
import {
  isStep,
  keepConformance,
  noCourse,
  processPlace,
  ticketEventDefinitions,
  ticketFold,
  type MaybeTicket,
  type TicketEvent,
} from '@ledgerline/domain';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { prescribedPlaces, prescribedSteps } from '../../../../../libs/domain/src/conformance/prescribed-process.js';
import { numbers } from '../../../../reporting/src/analytics/e2e/sample-histories.js';
import { explore, recordedAs } from './explore.js';
import { registrations, tries } from './tried-commands.js';

const file = join(import.meta.dirname, '../../../../../libs/domain/src/conformance/prescribed-process.ts');
const walked = explore();
const places = [...new Set(walked.flatMap(({ from, to }) => [from, to]))].sort();
const steps = Object.fromEntries(
  [...Map.groupBy(walked, ({ step }) => step)]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([step, found]) => [step, found.map(({ from, to }) => `${places.indexOf(from)}>${places.indexOf(to)}`).sort().join(' ')]), // prettier-ignore
);

/** `LEDGERLINE_WRITE_PROCESS=1 npm run unit -- prescribed-process` writes the file. */
if (process.env['LEDGERLINE_WRITE_PROCESS']) writeFileSync(file, source());

function source(): string {
  const lines = Object.entries(steps).map(([step, moves]) => `  ${/ /.test(step) ? `'${step}'` : step}: '${moves}',`);
  return `// Made from the decisions of the services: services/all-in-one/src/e2e/prescribed-process

/** Where a ticket can be (\`processPlace\`), and where each step (\`processStep\`) leads from there. */
export const prescribedPlaces: readonly string[] = [
${places.map((place) => `  '${place}',`).join('\n')}
]; // prettier-ignore

export const prescribedSteps: Readonly<Record<string, string>> = {
${lines.join('\n')}
}; // prettier-ignore
`;
}

describe('the prescribed process', () => {
  test('is what the commands allow', () => {
    expect(prescribedPlaces).toEqual(places);
    expect(prescribedSteps).toEqual(steps);
  });

  test('knows every step of a ticket', () => {
    const known = new Set(walked.map(({ step }) => step.split(' ')[0]));
    const types = ticketEventDefinitions.map(({ type }) => type).filter((type) => isStep(type, 'own'));
    expect(types.filter((type) => !known.has(type))).toEqual([]);
  });

  test('finds nothing out of order in courses that the commands allowed, whatever they were', () => {
    let steps = 0;
    const found: string[] = [];
    for (let seed = 1; seed <= 400; seed += 1) {
      const next = numbers(seed);
      let [ticket, course] = [undefined as MaybeTicket, noCourse];
      const take = (events: readonly TicketEvent[]) => {
        for (const event of events) {
          const recorded = recordedAs(event);
          course = keepConformance(course, recorded, ticket);
          for (const { way, name } of course.found) if (way !== 'owed') found.push(`${seed}: ${name} at ${processPlace(ticket)}`);
          ticket = ticketFold.evolve(ticket, recorded);
          steps += 1;
        }
      };
      take(registrations[next(registrations.length)] as readonly TicketEvent[]);
      for (let n = 0; n < 200; n += 1) {
        const outcome = (tries[next(tries.length)] as (typeof tries)[number])(ticket);
        if (!('rejection' in outcome)) take(outcome);
      }
    }
    expect(found).toEqual([]);
    expect(steps).toBeGreaterThan(5_000);
  });
});
