import { problem, type Principal, type Problem, type QueryRequest } from '@ledgerline/contracts';
import { seesProposal, withImplied } from '@ledgerline/domain';
import { whyUnseen, type Ledgerline } from '@ledgerline/host';
import { instantText, queryTermsOf } from '@ledgerline/kernel';
import { countedInList, seenTickets } from '../../seen-tickets.js';
import { orderOf, rowsWanted, type ProposalFilter } from './found-proposals.js';
import { proposalsCollection, type ListedProposal } from './proposal-list.projection.js';
import { countedCallers, shownProposal } from './shown-proposal.js';

export type ProposalsAnswer =
  { readonly kind: 'page'; readonly items: readonly ReturnType<typeof shownProposal>[]; readonly next?: string } | Problem;

/** `GET /proposals`: what is to be done by its date, or the newest first; searched by words, or those that one caller asked for. */
export async function listProposals(
  { body, principal, after }: QueryRequest<ProposalFilter>,
  ledgerline: Ledgerline,
): Promise<ProposalsAnswer> {
  if (withImplied(principal.roles).size === 0) return problem('not-allowed');
  const collection = await ledgerline.live(proposalsCollection);
  const why = await whyUnseen(collection, after, ledgerline);
  if (why) return problem(why);
  const { ticket, q, id, limit = 50, cursor } = body;
  const now = instantText(ledgerline.clock.now());
  if (id !== undefined) {
    const found = await collection.getMany(id);
    return { kind: 'page', items: shownTo(principal, id.flatMap((one) => found.get(one)?.document ?? []), now) }; // prettier-ignore
  }
  const where = rowsWanted(body, principal, now);
  const terms = q === undefined ? [] : queryTermsOf(q);
  const isHopeless = where === 'nothing' || (q !== undefined && terms.length === 0);
  if (isHopeless || (ticket !== undefined && !(await seenTickets([ticket], principal, ledgerline)).seen.has(ticket)))
    return { kind: 'page', items: [] };
  const how = q === undefined ? { sort: orderOf(body) } : { terms };
  const page = await collection.find({ where, ...how, limit, ...(cursor === undefined ? {} : { cursor }) });
  const items = shownTo(
    principal,
    page.items.map(({ document }) => document),
    now,
  );
  return { kind: 'page', items, ...(page.next === undefined ? {} : { next: page.next }) };
}

function shownTo(principal: Principal, proposals: readonly ListedProposal[], now: string) {
  return proposals
    .filter((proposal) => seesProposal(proposal, principal))
    .map((proposal) => {
      const counted = countedInList(proposal.callers, principal);
      return shownProposal(proposal, { now, callers: counted && countedCallers(proposal, counted) });
    });
}
