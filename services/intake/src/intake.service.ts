import {
  avoiding,
  ledgerlineEvents,
  otherTicket,
  ticketCommand,
  termsInForce,
  ticketFold,
  type MaybeTicket,
  type TicketEvent,
} from '@ledgerline/domain';
import {
  streamCommand,
  type AnswerCommand,
  type CommandRequest,
  type Ledgerline,
  type ServiceDefinition,
} from '@ledgerline/host';
import type { Answer, AttachToEvent, Close, LinkDuplicate, Reclassify } from '@ledgerline/contracts';
import { streamName, type Decide } from '@ledgerline/kernel';
import { acceptResult } from './accept-result/accept-result.decision.js';
import { addMessage } from './add-message/add-message.decision.js';
import { answerByArticles, answerTicket } from './answer-ticket/answer-ticket.decision.js';
import { attachToEvent, detachFromEvent } from './attach-to-event/attach-to-event.decision.js';
import { keepLinkedTickets } from './keep-linked-tickets/keep-linked-tickets.process-manager.js';
import {
  noteChild,
  noteDuplicate,
  noteDuplicateMessage,
  releaseChild,
  releaseDuplicate,
  undoLink,
} from './keep-linked-tickets/note-links.decision.js';
import { linkDuplicate, unlinkDuplicate } from './link-duplicate/link-duplicate.decision.js';
import { joinContact, joinContacts } from './attach-contact/attach-contact.decision.js';
import { contactCommands } from './contact-commands.js';
import { mailCommands } from './mail-commands.js';
import { telephonyCommands } from './telephony-commands.js';
import { followRecordedCalls } from './telephony/tell-call-states/follow-recorded-calls.process-manager.js';
import { customerCommands } from './customer-commands.js';
import { customersOf } from './recognise-caller/customers-of.query.js';
import { knowCallers, linkIdentities } from './recognise-caller/know-callers.process-manager.js';
import { keepMerges } from './merge-customers/keep-merges.process-manager.js';
import { noticeSurges } from './notice-surges/notice-surges.log-reader.js';
import { surgeCommands } from './notice-surges/surge-commands.js';
import { callPermissions } from './call-permission/call-permissions.query.js';
import { closeTicket } from './close-ticket/close-ticket.decision.js';
import { reclassifyTicket } from './reclassify-ticket/reclassify-ticket.decision.js';
import { refuseTicket } from './refuse-ticket/refuse-ticket.decision.js';
import { isKnownItem } from './items-in-force.js';
import { bindAttachments } from './store-attachment/bind-attachments.process-manager.js';
import {
  bindAttachment,
  storeAttachment,
  unusableAttachments,
  visibleAttachment,
} from './store-attachment/store-attachment.handler.js';
import { finishRegistration } from './register-ticket/finish-registration.process-manager.js';
import { openTicketOfContact, registerTicket } from './register-ticket/register-ticket.handler.js';
import { rejectResult } from './reject-result/reject-result.decision.js';
import { reopenTicket } from './reopen-ticket/reopen-ticket.decision.js';
import { withdrawTicket } from './withdraw-ticket/withdraw-ticket.decision.js';

/** R1, R8: the call centre's own part of a ticket: registering, settling at once, checking results, the end. */
export const intake: ServiceDefinition = {
  name: 'intake',
  events: ledgerlineEvents,
  commands: {
    register: registerTicket as AnswerCommand,
    'open-ticket': openTicketOfContact as AnswerCommand,
    answer: streamCommand<Answer, MaybeTicket, TicketEvent>({
      ...ticketCommand('answer'),
      decide: {
        prepare: async ({ body: { articles = [] } }, ledgerline) => {
          if (articles.length === 0) return answerTicket;
          const asked = { codes: articles };
          type InForce = { readonly versions: Readonly<Record<string, number>> };
          return answerByArticles((await ledgerline.ask<InForce>('administration', 'articles-in-force', asked)).versions);
        },
      },
    }),
    reclassify: streamCommand<Reclassify, MaybeTicket, TicketEvent>({
      ...ticketCommand('reclassify'),
      decide: {
        prepare: async ({ body: { item } }, ledgerline) =>
          reclassifyTicket({ itemIsKnown: item === undefined || (await isKnownItem(item, ledgerline)) }),
      },
    }),
    'store-attachment': storeAttachment as AnswerCommand,
    'bind-attachment': bindAttachment as AnswerCommand,
    refuse: onTicket('refuse', refuseTicket),
    withdraw: onTicket('withdraw', withdrawTicket),
    'add-message': onTicket('add-message', addMessage),
    'link-duplicate': onTicketPrepared(
      'link-duplicate',
      async ({ id, body, principal }: CommandRequest<LinkDuplicate>, ledgerline) =>
        linkDuplicate(id, await otherTicket(body.of, principal, ledgerline)),
    ),
    'unlink-duplicate': onTicket('unlink-duplicate', unlinkDuplicate),
    'attach-to-event': onTicketPrepared(
      'attach-to-event',
      async ({ id, body, principal }: CommandRequest<AttachToEvent>, ledgerline) =>
        attachToEvent(id, await otherTicket(body.event, principal, ledgerline)),
    ),
    'detach-from-event': onTicket('detach-from-event', detachFromEvent),
    ...contactCommands,
    ...customerCommands,
    ...surgeCommands,
    ...mailCommands,
    ...telephonyCommands,
    'join-contact': bySystem(joinContact),
    'note-child': bySystem(noteChild),
    'release-child': bySystem(releaseChild),
    'note-duplicate': bySystem(noteDuplicate),
    'release-duplicate': bySystem(releaseDuplicate),
    'note-duplicate-message': bySystem(noteDuplicateMessage),
    'undo-link': bySystem(undoLink),
    'accept-result': onTicketOfOthers('accept-result', acceptResult),
    'reject-result': onTicketOfOthers('reject-result', rejectResult),
    close: streamCommand<Close, MaybeTicket, TicketEvent>({
      ...ticketCommand('close'),
      decide: {
        prepare: async ({ id }, ledgerline) => {
          const { state: ticket } = await ledgerline.commands.current(streamName('ticket', id), ticketFold);
          const { limits } = await termsInForce(ticket?.replyDueSince ?? ticket?.registeredAt, ledgerline);
          return closeTicket({ attempts: limits.replyAttempts, timeZone: ledgerline.configuration.timeZone });
        },
      },
    }),
    reopen: onTicket('reopen', reopenTicket),
  },
  queries: {
    attachment: visibleAttachment,
    'unusable-attachments': unusableAttachments,
    'customers-of': customersOf,
    'call-permissions': callPermissions,
  },
  logReaders: [noticeSurges],
  processManagers: [
    finishRegistration as never,
    bindAttachments as never,
    keepLinkedTickets as never,
    joinContacts as never,
    knowCallers as never,
    linkIdentities as never,
    keepMerges as never,
    followRecordedCalls as never,
  ],
};

/** A decision that nobody makes on what is about themselves. */
function onTicketOfOthers<Body>(command: string, decide: Decide<Body, MaybeTicket, TicketEvent>): AnswerCommand {
  return streamCommand({ ...ticketCommand(command), decide: { prepare: avoiding(decide) } });
}

function onTicket<Body>(command: string, decide: Decide<Body, MaybeTicket, TicketEvent>): AnswerCommand {
  return streamCommand({ ...ticketCommand(command), decide });
}

function onTicketPrepared<Body>(
  command: string,
  prepare: (request: CommandRequest<Body>, ledgerline: Ledgerline) => Promise<Decide<Body, MaybeTicket, TicketEvent>>,
): AnswerCommand {
  return streamCommand({ ...ticketCommand(command), decide: { prepare } });
}

/** What one ticket has to learn of another: sent by process managers alone. */
function bySystem<Body>(decide: Decide<Body, MaybeTicket, TicketEvent>): AnswerCommand {
  return streamCommand({ category: 'ticket', fold: ticketFold, may: (roles) => roles.includes('system'), decide });
}
