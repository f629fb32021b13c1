import {
  attachmentFold,
  customerFold,
  isCustomer,
  mailFold,
  recordedContactFold,
  ticketFold,
  type MaybeTicket,
} from '@ledgerline/domain';
import type { Ledgerline } from '@ledgerline/host';
import { streamName } from '@ledgerline/kernel';

/** By whom a person is named. */
export interface Subject {
  readonly of: 'ticket' | 'customer';
  readonly id: string;
}

/** Whose it is, and everywhere their data stand. */
export async function personOf(subject: Subject, ledgerline: Ledgerline) {
  const person = await keyOf(subject, ledgerline);
  if (person === undefined) return undefined;
  const found = await ledgerline.ask<SubjectsOfPerson>('reporting', 'erasure-subjects', { body: { [subject.of]: subject.id } });
  return { person, tickets: found.tickets, facts: await factsOf(found, ledgerline) };
}

/** The key of a ticket's caller, or of a customer; of one who was merged into another, that one's. */
async function keyOf({ of, id }: Subject, ledgerline: Ledgerline): Promise<string | undefined> {
  const { commands } = ledgerline;
  if (of === 'ticket') return (await commands.current<MaybeTicket>(streamName('ticket', id), ticketFold)).state?.person;
  const { state } = await commands.current(streamName('customer', id), customerFold);
  if (isCustomer(state)) return state.person;
  return state && 'linkedTo' in state ? keyOf({ of, id: String(state.linkedTo) }, ledgerline) : undefined;
}

/** Keys, streams and blobs behind the ids that lists know of. */
async function factsOf(
  { tickets, contacts, customers, mails, outgoingMails, outbound }: SubjectsOfPerson,
  { commands }: Ledgerline,
) {
  const keys = new Set<string>();
  const subjects = new Set([...tickets, ...contacts, ...customers, ...mails, ...outgoingMails, ...outbound]);
  const attachments = new Set<string>();
  const blobs: string[] = [];
  for (const id of tickets) {
    const { state } = await commands.current<MaybeTicket>(streamName('ticket', id), ticketFold);
    if (!state) continue;
    keys.add(state.person);
    subjects.add(state.contact);
    for (const attachment of state.attachments) attachments.add(attachment);
  }
  for (const id of customers) {
    const { state } = await commands.current(streamName('customer', id), customerFold);
    if (isCustomer(state)) keys.add(state.person);
  }
  for (const id of contacts) {
    const { state } = await commands.current(streamName('contact', id), recordedContactFold);
    if (state) keys.add(state.person);
  }
  for (const id of mails) {
    const { state } = await commands.current(streamName('mail', id), mailFold);
    if (!state) continue;
    keys.add(state.person);
    blobs.push(state.blob);
  }
  for (const id of attachments) {
    const { state } = await commands.current(streamName('attachment', id), attachmentFold);
    if (!state) continue;
    keys.add(state.person);
    subjects.add(id);
    blobs.push(state.blob);
  }
  return { keys: [...keys], subjects: [...subjects], blobs };
}

interface SubjectsOfPerson {
  readonly tickets: readonly string[];
  readonly contacts: readonly string[];
  readonly customers: readonly string[];
  readonly mails: readonly string[];
  readonly outgoingMails: readonly string[];
  /** What is kept of them in campaigns and sales leads. */
  readonly outbound: readonly string[];
}

export type Person = NonNullable<Awaited<ReturnType<typeof personOf>>>;
