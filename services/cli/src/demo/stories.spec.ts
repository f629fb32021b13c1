import 'reflect-metadata';
import { expect, test } from '@jest/globals';
import { parseBody, RegisterTicket, ticketCalls } from '@ledgerline/contracts';
import { roles } from '@ledgerline/domain';
import { company } from './company.js';
import { storiesUntil } from './stories.js';
import { bodyOf } from './tell-story.js';

const anchor = Temporal.Instant.from('2026-03-04T07:30:00Z').epochMilliseconds;
const stories = storiesUntil(anchor);

test('are some hundreds, the same each time, in Chinese and in English', () => {
  expect(stories.length).toBeGreaterThan(300);
  expect(storiesUntil(anchor).map(({ id, steps }) => [id, steps])).toEqual(stories.map(({ id, steps }) => [id, steps]));
  const languages = Map.groupBy(stories, ({ scene }) => scene.matter.language);
  for (const language of ['zh', 'en'] as const) expect(languages.get(language)?.length).toBeGreaterThan(80);
});

test('happen one step after the other, and none after the anchor', () => {
  for (const { registeredAt, steps } of stories) {
    const times = [registeredAt, ...steps.map(({ at }) => at), anchor];
    expect(times).toEqual(times.toSorted((a, b) => a - b));
  }
  const oldest = Math.min(...stories.map(({ registeredAt }) => registeredAt));
  expect((anchor - oldest) / 86_400_000).toBeLessThan(80);
});

/** Commands that no story tells of yet: those with times of their own (extensions, commitments, orders), urgent events, those on two tickets, and those that need a second site. */
const untold = [
  'acknowledge-urgent', 'attach-to-event', 'commit-in-principle', 'detach-from-event', 'downgrade-urgent', 'endorse-extension', 'escalate-urgent', 'explain-decision', 'explain-delay', 'follow-up', 'grant-extension', 'grant-reveal', 'guide', 'hand-down-decision', 'hold', 'inspect', 'link-duplicate', 'publish', 'receive-information', 'record-contact-attempt', 'record-decision', 'record-measure', 'record-survey', 'refuse-extension', 'reply-to-all', 'report-back', 'report-overdue', 'request-extension', 'request-information', 'request-reveal', 'resume', 'supervise', 'survey', 'transfer-site', 'unlink-duplicate', 'withdraw-publication',
]; // prettier-ignore

test('use every command that a ticket has, but for those named', () => {
  const used = new Set(stories.flatMap(({ steps }) => steps.map(({ command }) => command)));
  expect([...Object.keys(ticketCalls)].filter((command) => !used.has(command)).sort()).toEqual(untold);
});

test('hold to the bounds of the API', () => {
  for (const { scene, steps } of stories) {
    expect(parseBody(RegisterTicket, bodyOf(scene))).not.toHaveProperty('faults');
    for (const { command, body } of steps)
      expect(parseBody(ticketCalls[command]?.body as never, body)).not.toHaveProperty('faults');
  }
});

test('the company has somebody in every role', () => {
  const held = new Set(company.people.flatMap((person) => person.roles));
  expect(roles.filter((role) => !held.has(role))).toEqual([]);
});
