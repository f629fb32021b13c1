import { describe, expect, test } from '@jest/globals';
import type { TicketEvent } from '../ticket/ticket-events.js';
import type { Ticket } from '../ticket/ticket.js';
import { mayStillGo, whatToWrite } from './what-to-write.js';

const ticket = (more: Partial<Ticket> = {}) => ({ channel: 'email', confidential: false, ...more }) as Ticket;
const event = (type: TicketEvent['type'], data: object) => ({ type, data }) as unknown as TicketEvent;
const reply = (more: object = {}) => event('ReplyGiven', { text: 'done', channel: 'email', ...more });
const registered = (channel: string) => event('TicketRegistered', { channel });

describe('what a caller is written', () => {
  test.each<[string, TicketEvent, Ticket, object | undefined]>([
    ['a mail that came', registered('email'), ticket(), { purpose: 'acknowledgement' }],
    ['a web form', registered('web'), ticket({ channel: 'web' }), { purpose: 'acknowledgement' }],
    ['a call', registered('phone'), ticket({ channel: 'phone' }), undefined],
    ['a reply by mail, whatever the ticket came by', reply(), ticket({ channel: 'phone' }), { purpose: 'reply', words: 'done' }],
    ['a reply by phone', reply({ channel: 'phone' }), ticket(), undefined],
    ['an answer on the spot to a mail', event('TicketAnswered', { text: 'so' }), ticket(), { purpose: 'reply', words: 'so' }],
    ['an answer on the spot to a call', event('TicketAnswered', { text: 'so' }), ticket({ channel: 'phone' }), undefined],
    ['a refusal', event('TicketRefused', { text: 'no', reason: 'r' }), ticket(), { purpose: 'reply', words: 'no' }],
    ['a survey by mail', event('SurveySent', { channel: 'email' }), ticket(), { purpose: 'survey' }],
    ['a survey by SMS', event('SurveySent', { channel: 'sms' }), ticket(), undefined],
    ['a question', event('InformationRequested', { question: 'which?' }), ticket(), { purpose: 'question', words: 'which?' }],
    ['a question to who called', event('InformationRequested', { question: 'which?' }), ticket({ channel: 'phone' }), undefined],
    ['progress for the caller', event('ProgressRecorded', { text: 'p', toldCaller: true }), ticket(), { purpose: 'notice', words: 'p' }],
    ['progress for nobody', event('ProgressRecorded', { text: 'p', toldCaller: false }), ticket(), undefined],
    ['a delay', event('DelayExplained', { text: 'd', channel: 'email' }), ticket(), { purpose: 'notice', words: 'd' }],
    ['a delay by phone', event('DelayExplained', { text: 'd', channel: 'phone' }), ticket(), undefined],
    ['a notice on dispatch', event('TicketRouted', { noticeToCaller: 'n', toldCaller: true }), ticket(), { purpose: 'notice', words: 'n' }],
    ['a dispatch', event('TicketRouted', {}), ticket(), undefined],
    ['a message', event('MessageAdded', { text: 'm', from: 'staff' }), ticket(), undefined],
  ])('%s', (_what, happened, now, wanted) => expect(whatToWrite(happened, now)).toEqual(wanted)); // prettier-ignore

  test.each<[string, TicketEvent, Ticket, object]>([
    ['of a confidential ticket no words', reply({ verifiedBy: 'id card' }), ticket({ confidential: true }), { purpose: 'reply', discreet: true }],
    ['nor where the caller is hidden from departments', reply(), ticket({ identityHidden: true }), { purpose: 'reply', discreet: true }],
    ['its secret to where the mail came from', registered('email'), ticket({ confidential: true }), { purpose: 'acknowledgement' }],
    ['and not to an address that somebody typed', registered('web'), ticket({ channel: 'web', confidential: true }), { purpose: 'acknowledgement', discreet: true }],
    ['what may not be published to nobody unverified', reply(), ticket({ result: { publishable: false } as never }), { purpose: 'reply', discreet: true }],
    ['and to whom was verified', reply({ verifiedBy: 'called back' }), ticket({ result: { publishable: false } as never }), { purpose: 'reply', words: 'done' }],
    ['a survey says nothing of it either', event('SurveySent', { channel: 'email' }), ticket({ confidential: true }), { purpose: 'survey', discreet: true }],
  ])('%s', (_what, happened, now, wanted) => expect(whatToWrite(happened, now)).toEqual(wanted)); // prettier-ignore

  test('what waits when its ticket becomes confidential stays here, but the secret for where the mail came from', () => {
    const secret = ticket({ confidential: true });
    expect([mayStillGo({ purpose: 'notice' }, ticket()), mayStillGo({ purpose: 'notice' }, secret)]).toEqual([true, false]);
    expect(mayStillGo({ purpose: 'notice', discreet: true }, secret)).toBe(true);
    expect(mayStillGo({ purpose: 'notice' }, ticket({ identityHidden: true }))).toBe(false);
    expect(mayStillGo({ purpose: 'acknowledgement' }, secret)).toBe(true);
    expect(mayStillGo({ purpose: 'acknowledgement' }, ticket({ channel: 'web', confidential: true }))).toBe(false);
  });
});
