import type { AttachContact, RecordReturnCallAttempt, ReturnCall } from '@ledgerline/contracts';
import { documentFold, mayCommand, otherTicket, readRulebook, recordedContactFold, returnCallAttempts } from '@ledgerline/domain';
import type { ContactEvent, MaybeRecordedContact } from '@ledgerline/domain';
import { streamCommand, type AnswerCommand, type CommandRequest, type Ledgerline, type StreamCommand } from '@ledgerline/host';
import { streamName } from '@ledgerline/kernel';
import { attachContact } from './attach-contact/attach-contact.decision.js';
import { playRecording } from './play-recording/play-recording.handler.js';
import { recordContactHere } from './record-contact/record-contact.handler.js';
import { recordReturnCallAttempt, returnCall } from './return-call/return-call.decision.js';

/** R1.5, R1.7: what is done with a contact that was recorded by itself. */
export const contactCommands: Readonly<Record<string, AnswerCommand>> = {
  'record-contact': recordContactHere as AnswerCommand,
  'record-contact-attempt': onContact<RecordReturnCallAttempt>('record-return-call-attempt', {
    prepare: async ({ id }, ledgerline) => recordReturnCallAttempt(await attemptsAskedFor(id, ledgerline)),
  }),
  'return-call': onContact<ReturnCall>('return-call', returnCall),
  attach: onContact<AttachContact>('attach', {
    prepare: async ({ body, principal }, ledgerline) => attachContact(await otherTicket(body.ticket, principal, ledgerline)),
  }),
  'play-recording': playRecording as AnswerCommand,
};

function onContact<Body>(
  command: string,
  decide: StreamCommand<Body, MaybeRecordedContact, ContactEvent>['decide'],
): AnswerCommand {
  return streamCommand({ category: 'contact', fold: recordedContactFold, may: (roles) => mayCommand(roles, command), decide });
}

/** By the policy that the contact's clock is pinned to. */
async function attemptsAskedFor(id: CommandRequest['id'], ledgerline: Ledgerline): Promise<number | undefined> {
  const { state: contact } = await ledgerline.commands.current(streamName('contact', id), recordedContactFold);
  if (contact === undefined) return undefined;
  const rulebook = await readRulebook((type, code) =>
    ledgerline.commands.current(streamName('document', `${type}-${code}`), documentFold).then(({ state }) => state),
  );
  const instant = (text: string) => Temporal.Instant.from(text).epochMilliseconds;
  return returnCallAttempts(instant(contact.occurredAt), instant(contact.recordedAt), rulebook);
}
