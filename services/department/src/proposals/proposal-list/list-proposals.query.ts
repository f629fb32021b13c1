import { problem, type Principal, type QueryRequest } from '@ledgerline/contracts';
import { seesProposal, withImplied } from '@ledgerline/domain';
import { pageOfRecords, whyUnseen, type Ledgerline } from '@ledgerline/host';
import { instantText } from '@ledgerline/kernel';
import { countedInList, showsTicket } from '../../seen-tickets.js';
import { orderOf, rowsWanted, type ProposalFilter } from './found-proposals.js';
import { proposalsCollection, type ListedProposal } from './proposal-list.projection.js';
import { countedCallers, shownProposal } from './shown-proposal.js';

/** `GET /proposals`: what is to be done by its date, or the newest first; searched by words, or those that one caller asked for. */
export async function listProposals(request: QueryRequest<ProposalFilter>, ledgerline: Ledgerline) {
  const { body, principal, after } = request;
  if (withImplied(principal.roles).size === 0) return problem('not-allowed');
  const now = instantText(ledgerline.clock.now());
  const show = (proposal: ListedProposal) => shownTo(principal, proposal, now);
  if (body.id !== undefined) return theseProposals(body.id, { show, after }, ledgerline);
  const where = async () =>
    (await showsTicket(body.ticket, principal, ledgerline)) ? rowsWanted(body, principal, now) : ('nothing' as const);
  return pageOfRecords(proposalsCollection, request, { where, sort: orderOf(body), show }, ledgerline);
}

interface Showing {
  readonly show: (proposal: ListedProposal) => ReturnType<typeof shownTo>;
  readonly after: string | undefined;
}

async function theseProposals(ids: readonly string[], { show, after }: Showing, ledgerline: Ledgerline) {
  const collection = await ledgerline.live(proposalsCollection);
  const why = await whyUnseen(collection, after, ledgerline);
  if (why) return problem(why);
  const found = await collection.getMany(ids);
  const items = ids.flatMap((id) => {
    const document = found.get(id)?.document;
    return (document && show(document)) ?? [];
  });
  return { kind: 'page' as const, items };
}

function shownTo(principal: Principal, proposal: ListedProposal, now: string) {
  if (!seesProposal(proposal, principal)) return undefined;
  const counted = countedInList(proposal.callers, principal);
  return shownProposal(proposal, { now, callers: counted && countedCallers(proposal, counted) });
}
