import { problem, type Principal, type Problem, type QueryRequest } from '@ledgerline/contracts';
import {
  inboxFold,
  seesCallers,
  seesInspection,
  seesProposal,
  seesPursuit,
  sightOf,
  sightOfProbation,
  sightOfRoster,
  withImplied,
  worksHere,
} from '@ledgerline/domain';
import { whyUnseen, type Ledgerline } from '@ledgerline/host';
import { streamName, type Collection } from '@ledgerline/kernel';
import { inboxOf } from './notice.js';
import { noticesCollection, type Notice, type TicketNotices } from './notices.projection.js';
import { powersOf } from './powers.js';

export interface InboxQuery {
  readonly unread?: boolean;
  readonly limit?: number;
  readonly cursor?: string;
}

/** A notice as its reader gets it. `id` is what "read up to this" names. */
export interface ShownNotice extends Omit<Notice, 'to' | 'place' | 'event'> {
  readonly id: string;
  readonly read: boolean;
  readonly ticket?: string;
  readonly number?: string;
  readonly level?: string;
  /** Instead of a ticket: the call that nobody answered. */
  readonly contact?: string;
  /** Absent persons in whose place it is read; their substitute alone is not told of it. */
  readonly onBehalfOf?: readonly string[];
  /** A digest that was delivered, and its period. */
  readonly digest?: string;
  readonly period?: string;
  readonly proposal?: string;
  /** A lead, or an at-risk customer. */
  readonly lead?: string;
  readonly atRisk?: string;
  readonly probation?: string;
  readonly inspection?: string;
  readonly sample?: string;
  /** Code of an item of equipment. */
  readonly equipment?: string;
  readonly announcement?: string;
  /** A department's roster of a month. */
  readonly roster?: string;
}

export type InboxAnswer = { readonly kind: 'page'; readonly items: readonly ShownNotice[]; readonly next?: string } | Problem;

/**
 * One's own notices, those of the roles that one holds, and those of absent persons for whom one stands in, newest first; of tickets that one, or they,
 * may see today (rule 11).
 */
export async function listNotices(
  { body, principal, after }: QueryRequest<InboxQuery>,
  ledgerline: Ledgerline,
): Promise<InboxAnswer> {
  const collection = await ledgerline.live(noticesCollection);
  const why = await whyUnseen(collection, after, ledgerline);
  if (why) return problem(why);
  const { limit = 50, cursor, unread = false } = body;
  const readUpTo = (await readBy(principal, ledgerline)) ?? '';
  const before = cursor === undefined ? undefined : placeIn(cursor);
  if (cursor !== undefined && before === undefined) return problem('invalid-cursor');
  const powers = await powersOf(principal, ledgerline);
  const wanted = { limit, before, from: unread ? `${readUpTo}\u0000` : undefined };
  const found = await newest(collection, [...new Set(powers.flatMap(inboxesOf))], wanted);
  const documents = await collection.getMany([...new Set(found.map(({ id }) => id))]);
  const items = found.slice(0, limit).flatMap(({ id, place }) => {
    const document = documents.get(id)?.document;
    const notice = document?.notices.find((one) => one.place === place);
    if (document === undefined || notice === undefined) return [];
    const readers = powers.filter((power) => isFor(notice, power) && maySee(document, power));
    return readers.length === 0 ? [] : [shown(id, notice, { document, read: place <= readUpTo, readers })];
  });
  const last = found.length > limit ? found[limit - 1] : undefined;
  return { kind: 'page', items, ...(last === undefined ? {} : { next: idOfPlace(last.place) }) };
}

/** Nobody is told in another's place of what they did themselves. */
function isFor({ to, by }: Notice, power: Principal): boolean {
  return (power.onBehalfOf === undefined || by !== power.id) && inboxesOf(power).some((inbox) => to.includes(inbox));
}

/**
 * Contacts are the call centre's; a digest, or an absence, stands in nobody's inbox but theirs whom it concerns. An announcement is read by whom it is addressed to: nobody
 * confirms it, or finds it, in their place.
 */
function maySee(
  { ticket, digest, absent, proposal, probation, inspection, sample, equipment, announcement, pursuit, roster }: TicketNotices,
  principal: Principal,
): boolean {
  if (digest !== undefined || absent !== undefined || sample) return true;
  if (announcement !== undefined) return principal.onBehalfOf === undefined;
  if (equipment !== undefined) return worksHere(principal.roles);
  if (roster !== undefined) return sightOfRoster(roster, principal) !== undefined;
  if (inspection !== undefined) return seesInspection(inspection, principal);
  if (proposal !== undefined) return seesProposal(proposal, principal);
  if (pursuit !== undefined) return seesPursuit(pursuit, principal);
  if (probation !== undefined) return sightOfProbation(probation, principal)?.requests === true;
  return ticket === undefined ? seesCallers(principal.roles) : typeof sightOf(ticket, principal) !== 'string';
}

/** Up to which place the account has read. */
export async function readBy({ id }: Pick<Principal, 'id'>, { commands }: Pick<Ledgerline, 'commands'>) {
  return (await commands.current(streamName('inbox', id), inboxFold)).state?.upTo;
}

export function idOfPlace(place: string): string {
  return Buffer.from(place).toString('base64url');
}

/** undefined where it is no notice's id. */
export function placeIn(id: string): string | undefined {
  const place = Buffer.from(id, 'base64url').toString();
  return /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z [\x21-\x7e]{1,300}$/.test(place) ? place : undefined;
}

function inboxesOf({ id, onBehalfOf = id, roles, departments }: Principal): readonly string[] {
  const all = withImplied(roles);
  return [
    inboxOf.account(onBehalfOf),
    ...(all.has('coordinator') ? [inboxOf.coordinators] : []),
    ...(all.has('leader') ? [inboxOf.leaders] : []),
    ...(all.has('manager') ? departments.map(inboxOf.managers) : []),
    ...(all.has('inspector') ? [inboxOf.inspectors] : []),
    ...(all.has('administrator') ? [inboxOf.administrators] : []),
    ...(all.has('team-leader') ? departments.map(inboxOf.teamLeaders) : []),
  ];
}

interface Wanted {
  readonly limit: number;
  readonly before: string | undefined;
  readonly from: string | undefined;
}

/** The newest of several inboxes, each a walk along the index; one more than asked for shows that there are others. */
async function newest(
  collection: Pick<Collection<TicketNotices>, 'findRows'>,
  inboxes: readonly string[],
  { limit, before, from }: Wanted,
): Promise<readonly { readonly id: string; readonly place: string }[]> {
  const range = { ...(from === undefined ? {} : { from }), ...(before === undefined ? {} : { before }) };
  const pages = await Promise.all(
    inboxes.map((inbox) => {
      const where = { inbox, ...(Object.keys(range).length === 0 ? {} : { place: range }) };
      return collection.findRows({ where, sort: ['-place'], limit: limit + 1 });
    }),
  );
  const byPlace = new Map(pages.flatMap(({ items }) => items.map(({ id, row }) => [String(row['place']), id] as const)));
  return [...byPlace]
    .map(([place, id]) => ({ id, place }))
    .toSorted((a, b) => (a.place < b.place ? 1 : -1))
    .slice(0, limit + 1);
}

function shown(
  id: string,
  { to: _to, place, event: _event, ...notice }: Notice,
  {
    document,
    read,
    readers,
  }: { readonly document: TicketNotices; readonly read: boolean; readonly readers: readonly Principal[] },
): ShownNotice {
  const absent = readers.flatMap(({ onBehalfOf }) => onBehalfOf ?? []);
  const inPlace = readers.length > absent.length ? {} : { onBehalfOf: absent };
  return { id: idOfPlace(place), ...notice, read, ...whatAbout(id, document), ...inPlace };
}

function whatAbout(id: string, document: TicketNotices): Partial<ShownNotice> {
  const { ticket, digest, absent, proposal, probation, inspection, sample, equipment, announcement, pursuit, roster } = document;
  if (absent !== undefined) return {};
  if (inspection !== undefined) return { inspection: id };
  if (sample) return { sample: id };
  if (equipment !== undefined) return { equipment: equipment.code };
  if (announcement !== undefined) return { announcement };
  if (roster !== undefined) return { roster: roster.roster };
  if (proposal !== undefined) return { proposal: id };
  if (pursuit !== undefined) return pursuit.kind === 'lead' ? { lead: id } : { atRisk: id };
  if (probation !== undefined) return { probation: id };
  if (digest !== undefined) return { digest: id, period: digest.period };
  return ticket === undefined ? { contact: id } : { ticket: id, number: ticket.number, level: ticket.level };
}
