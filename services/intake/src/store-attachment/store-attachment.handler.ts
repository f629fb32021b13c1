import { problem, type Principal, type Problem, type QueryRequest } from '@ledgerline/contracts';
import { attachmentFold, mayCommand, type Attachment, type Identity } from '@ledgerline/domain';
import { commandOf, replyOf, type CommandReply, type CommandRequest, type Ledgerline } from '@ledgerline/host';
import { isErased, streamName } from '@ledgerline/kernel';
import { bindAttachmentTo, storeAttachmentAs, type StoreAttachment, type StoredContent } from './store-attachment.decision.js';

const attaching = ['register', 'add-message', 'record-progress', 'report', 'request-return', 'publish-announcement'];

/** Records an attachment whose content is in Blobs already. A repeat is told apart by `repeated`: its content can go. */
export async function storeAttachment(
  request: CommandRequest<{ readonly data: StoreAttachment; readonly content: StoredContent }>,
  ledgerline: Ledgerline,
): Promise<CommandReply> {
  const { roles } = request.principal;
  if (!attaching.some((command) => mayCommand(roles, command))) return problem('not-allowed');
  const { data, content } = request.body;
  const command = { ...commandOf(request), data };
  const rules = { fold: attachmentFold, decide: storeAttachmentAs(content) };
  return replyOf(request.id, await ledgerline.commands.handle(streamName('attachment', request.id), command, rules));
}

export async function bindAttachment(
  request: CommandRequest<{ readonly ticket: string }>,
  ledgerline: Ledgerline,
): Promise<CommandReply> {
  if (request.principal.kind !== 'system') return problem('not-allowed');
  const rules = { fold: attachmentFold, decide: bindAttachmentTo };
  return replyOf(request.id, await ledgerline.commands.handle(streamName('attachment', request.id), commandOf(request), rules));
}

export type AttachmentAnswer =
  | {
      readonly kind: 'attachment';
      readonly blob: string;
      readonly person: string;
      readonly size: number;
      readonly mediaType: string;
      readonly name?: string;
    }
  | Problem;

/** Seen by who stored it and by whoever sees one of its tickets, or an announcement that has it; to others it is not there. */
export async function visibleAttachment(
  { body, principal }: QueryRequest<{ readonly id: string }>,
  ledgerline: Ledgerline,
): Promise<AttachmentAnswer> {
  const attachment = await load(body.id, ledgerline);
  const seen = attachment && (await howSeen(body.id, { attachment, principal }, ledgerline));
  if (!attachment || seen === undefined) return problem('attachment-not-found');
  const { blob, person, size, mediaType, name } = attachment;
  const named = name === undefined || isErased(name) || seen === 'hidden' ? {} : { name };
  return { kind: 'attachment', blob, person, size, mediaType, ...named };
}

/** Of the attachments that a command refers to, those that the principal may not refer to there. */
export async function unusableAttachments(
  { body, principal }: QueryRequest<{ readonly ids: readonly string[]; readonly ticket?: string }>,
  ledgerline: Ledgerline,
): Promise<{ readonly kind: 'unusable'; readonly ids: readonly string[] }> {
  const unusable: string[] = [];
  for (const id of body.ids) {
    const attachment = await load(id, ledgerline);
    const ofTicket = body.ticket !== undefined && attachment?.tickets.includes(body.ticket);
    if (attachment?.storedBy !== principal.id && !ofTicket) unusable.push(id);
  }
  return { kind: 'unusable', ids: unusable };
}

async function load(id: string, ledgerline: Ledgerline): Promise<Attachment> {
  return (await ledgerline.commands.current(streamName('attachment', id), attachmentFold)).state;
}

/** How the caller of its ticket is seen, whose name a file's may hold; undefined where neither one of its tickets is, nor an announcement that has it. */
async function howSeen(
  attachment: string,
  {
    attachment: { storedBy, tickets },
    principal,
  }: { readonly attachment: NonNullable<Attachment>; readonly principal: Principal },
  ledgerline: Ledgerline,
): Promise<Identity | undefined> {
  if (storedBy === principal.id) return 'plain';
  for (const idOrNumber of principal.kind === 'caller' ? [] : tickets) {
    const request: QueryRequest = { body: { idOrNumber, call: 'attachment' }, principal };
    const answer = await ledgerline.ask<{ readonly kind: string; readonly identity: Identity }>('reporting', 'ticket', request);
    if (answer.kind === 'ticket') return answer.identity;
  }
  return (await isAnnounced(attachment, principal, ledgerline)) ? 'plain' : undefined;
}

/** Whether an announcement that the principal sees has it. */
async function isAnnounced(attachment: string, principal: Principal, { ask }: Ledgerline): Promise<boolean> {
  if (principal.kind === 'caller') return false;
  const message: QueryRequest = { body: { attachment }, principal };
  return (await ask<{ readonly seen?: boolean }>('administration', 'sees-attachment', message)).seen === true;
}
