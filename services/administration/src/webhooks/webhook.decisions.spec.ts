import { describe, expect, test } from '@jest/globals';
import { webhookFold, type DeadLetter, type Webhook, type WebhookEvent } from '@ledgerline/domain';
import type { Circumstances, RecordedEvent } from '@ledgerline/kernel';
import * as decide from './webhook.decisions.js';

const circumstances = { at: '2026-11-26T00:00:00.000Z' } as Circumstances;
const terms = { name: 'n', url: 'https://example.com/in', roles: ['auditor'] };
const [created] = decide.createWebhook(terms, undefined, circumstances) as readonly [WebhookEvent];
const letter: DeadLetter = { event: 't/c.1', type: 'ledgerline.ticket.closed.v1', ticket: 't', attempts: 8, why: 'http-422' };
const givenUp: WebhookEvent = { type: 'DeliveryGivenUp', data: letter };
const reason = 'because';

function after(...events: readonly WebhookEvent[]): Webhook {
  return events.reduce<Webhook>(
    (webhook, event) => webhookFold.evolve(webhook, { ...event, meta: { at: circumstances.at } } as unknown as RecordedEvent),
    undefined,
  );
}

describe('a webhook', () => {
  test('is created once, with patience of its own where none is named', () => {
    expect(after(created)).toMatchObject({ ...terms, state: 'active', types: [], scopes: [], attempts: 8, giveUpAfter: 'P3D' });
    expect(decide.createWebhook(terms, after(created), circumstances)).toMatchObject({ rejection: 'webhook-exists' });
  });

  test('takes only what is another thing for a change', () => {
    expect(decide.changeWebhook({ name: 'n', reason }, after(created), circumstances)).toMatchObject({
      rejection: 'nothing-to-change',
    });
    const changed = decide.changeWebhook({ name: 'n', types: ['a.v1'], reason }, after(created), circumstances);
    expect(changed).toEqual([{ type: 'WebhookChanged', data: { types: ['a.v1'], reason } }]);
  });

  test('both secrets sign for a while', () => {
    const [rotated] = decide.rotateSecret({ bothForHours: 2 }, after(created), circumstances) as readonly [WebhookEvent];
    expect(after(created, rotated)).toMatchObject({ secret: 2, bothUntil: '2026-11-26T02:00:00.000Z' });
  });

  test('is paused, switched off, resumed and removed', () => {
    const paused: WebhookEvent = { type: 'WebhookPaused', data: { reason } };
    const disabled: WebhookEvent = { type: 'WebhookDisabled', data: { why: 'timeout', failingSince: circumstances.at } };
    expect(decide.pauseWebhook({ reason }, after(created), circumstances)).toEqual([paused]);
    expect(decide.pauseWebhook({ reason }, after(created, paused), circumstances)).toMatchObject({ rejection: 'not-active' });
    expect(decide.disableWebhook(disabled.data as never, after(created, paused), circumstances)).toMatchObject({
      rejection: 'not-active',
    });
    expect(after(created, disabled)).toMatchObject({ state: 'disabled', why: 'timeout' });
    const resumed = after(created, disabled, { type: 'WebhookResumed', data: {} });
    expect(resumed).toMatchObject({ state: 'active' });
    expect(resumed).not.toHaveProperty('why');
    expect(decide.resumeWebhook({}, resumed, circumstances)).toMatchObject({ rejection: 'already-active' });
    const removed = after(created, { type: 'WebhookRemoved', data: { reason } });
    for (const call of [decide.removeWebhook, decide.pauseWebhook, decide.resumeWebhook])
      expect(call({ reason }, removed, circumstances)).toMatchObject({ rejection: 'webhook-not-found' });
  });

  test('dead letters are sent again on order alone, and leave the list once they have arrived', () => {
    const before = after(created, givenUp, givenUp);
    expect(before?.deadLetters).toEqual([{ ...letter, at: circumstances.at, again: false }]);
    const [ordered] = decide.orderRedelivery({}, before, circumstances) as readonly [WebhookEvent];
    const asked = after(created, givenUp, ordered);
    expect(asked?.deadLetters[0]).toMatchObject({ again: true });
    expect(decide.orderRedelivery({}, asked, circumstances)).toMatchObject({ rejection: 'no-dead-letters' });
    expect(decide.orderRedelivery({ events: ['x/y.1'] }, before, circumstances)).toMatchObject({
      rejection: 'no-such-dead-letter',
    });
    const failed = decide.failAgain({ event: letter.event, why: 'timeout' }, asked, circumstances) as readonly WebhookEvent[];
    expect(after(created, givenUp, ordered, ...failed)?.deadLetters).toMatchObject([
      { again: false, attempts: 9, why: 'timeout' },
    ]);
    const good = decide.makeGood({ event: letter.event }, asked, circumstances) as readonly WebhookEvent[];
    expect(after(created, givenUp, ordered, ...good)?.deadLetters).toEqual([]);
    expect(decide.makeGood({ event: 'x/y.1' }, asked, circumstances)).toMatchObject({ rejection: 'no-such-dead-letter' });
  });
});
