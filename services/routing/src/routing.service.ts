import type { HandDownDecision, RequestReturn, Route, TransferSite } from '@ledgerline/contracts';
import {
  callCentre,
  inForce,
  siteForTickets,
  ledgerlineEvents,
  routeByAuthority,
  routingFactsOf,
  ticketCommand,
  ticketFold,
  documentFold,
  termsInForce,
  unknownDepartments,
} from '@ledgerline/domain';
import type { Limits, MaybeTicket, RoutingProposal, RoutingTable, Ticket, TicketEvent } from '@ledgerline/domain';
import {
  streamCommand,
  type AnswerCommand,
  type CommandRequest,
  type Ledgerline,
  type ServiceDefinition,
} from '@ledgerline/host';
import { instantText, rejected, streamName, type Decide } from '@ledgerline/kernel';
import { designateDepartment } from './designate-department/designate-department.decision.js';
import { acknowledgeUrgency } from './acknowledge-urgency/acknowledge-urgency.decision.js';
import { explainDecision } from './explain-decision/explain-decision.decision.js';
import { handDownDecision } from './hand-down-decision/hand-down-decision.decision.js';
import { recordDecision } from './record-decision/record-decision.decision.js';
import { recordMeasure } from './record-measure/record-measure.decision.js';
import { lowerUrgency } from './lower-urgency/lower-urgency.decision.js';
import { raiseUrgency } from './raise-urgency/raise-urgency.decision.js';
import { grantReturn } from './grant-return/grant-return.decision.js';
import { orderRework } from './order-rework/order-rework.decision.js';
import { reworkDissatisfied } from './rework-dissatisfied/rework-dissatisfied.decision.js';
import { reworkWhatDissatisfies } from './rework-dissatisfied/rework-dissatisfied.process-manager.js';
import { grantReveal } from './reveal-caller/grant-reveal.decision.js';
import { requestReveal } from './reveal-caller/request-reveal.decision.js';
import { refuseReturn } from './refuse-return/refuse-return.decision.js';
import { releaseDepartment } from './release-department/release-department.decision.js';
import { requestReturn } from './request-return/request-return.decision.js';
import { routeByTable } from './route-by-table/route-by-table.decision.js';
import { routeNewTickets } from './route-by-table/route-new-tickets.process-manager.js';
import { routeTicket } from './route-ticket/route-ticket.decision.js';
import { ticketTerms } from './request-return/ticket-terms.js';
import { transferToSite } from './transfer-site/transfer-to-site.decision.js';
import { tryRoute } from './try-route/try-route.query.js';

/** R2, R3: referral by authority: routing, returns, designation, release and rework; what executives decide of urgent events. */
export const routing: ServiceDefinition = {
  name: 'routing',
  events: ledgerlineEvents,
  commands: {
    route: onTicketPrepared('route', async (request: CommandRequest<Route>, ledgerline) => {
      const [unknown] = await unknownDepartments([request.body.lead, ...(request.body.coHandling ?? [])], ledgerline);
      if (unknown !== undefined) return () => rejected('unknown-department', { department: unknown });
      return routeTicket(await proposalFor(request.id, ledgerline));
    }),
    'route-by-table': streamCommand({
      category: 'ticket',
      fold: ticketFold,
      may: (roles) => roles.includes('system'),
      decide: { prepare: async (request, ledgerline) => routeByTable(await proposalFor(request.id, ledgerline)) },
    }),
    designate: onTicketPrepared('designate', async (request: CommandRequest<{ lead: string; reason: string }>, ledgerline) => {
      const [unknown] = await unknownDepartments([request.body.lead], ledgerline);
      if (unknown !== undefined) return () => rejected('unknown-department', { department: unknown });
      return designateDepartment(await limitsSince(({ registeredAt }) => registeredAt, request.id, ledgerline));
    }),
    'transfer-site': onTicketPrepared('transfer-site', async ({ body }: CommandRequest<TransferSite>, ledgerline) => {
      return transferToSite(await siteForTickets(body.site, ledgerline.configuration.site, ledgerline));
    }),
    'request-return': onTicketPrepared('request-return', async (request: CommandRequest<RequestReturn>, ledgerline) =>
      requestReturn(await ticketTerms(request, ledgerline)),
    ),
    'grant-return': onTicket('grant-return', grantReturn),
    'refuse-return': onTicket('refuse-return', refuseReturn),
    'release-department': onTicket('release-department', releaseDepartment),
    'request-reveal': onTicket('request-reveal', requestReveal),
    'grant-reveal': onTicket('grant-reveal', grantReveal),
    rework: onTicket('rework', orderRework),
    'rework-dissatisfied': streamCommand({
      category: 'ticket',
      fold: ticketFold,
      may: (roles) => roles.includes('system'),
      decide: {
        prepare: async ({ id }, ledgerline) =>
          reworkDissatisfied(await limitsSince(({ survey }) => survey?.since, id, ledgerline)),
      },
    }),
    'escalate-urgent': onTicket('escalate-urgent', raiseUrgency),
    'downgrade-urgent': onTicket('downgrade-urgent', lowerUrgency),
    'record-measure': onTicket('record-measure', recordMeasure),
    'acknowledge-urgent': onTicket('acknowledge-urgent', acknowledgeUrgency),
    'record-decision': onTicket('record-decision', recordDecision),
    'hand-down-decision': onTicketPrepared(
      'hand-down-decision',
      async ({ body }: CommandRequest<HandDownDecision>, ledgerline) => {
        const [unknown] = await unknownDepartments(body.departments, ledgerline);
        return unknown === undefined ? handDownDecision : () => rejected('unknown-department', { department: unknown });
      },
    ),
    'explain-decision': onTicket('explain-decision', explainDecision),
  },
  queries: { 'try-route': tryRoute },
  processManagers: [routeNewTickets as never, reworkWhatDissatisfies as never],
};

function onTicket<Body>(command: string, decide: Decide<Body, MaybeTicket, TicketEvent>): AnswerCommand {
  return streamCommand({ ...ticketCommand(command), decide });
}

function onTicketPrepared<Body>(
  command: string,
  prepare: (request: CommandRequest<Body>, ledgerline: Ledgerline) => Promise<Decide<Body, MaybeTicket, TicketEvent>>,
): AnswerCommand {
  return streamCommand({ ...ticketCommand(command), decide: { prepare } });
}

/** The limits of the policy in force at a moment of the ticket's: the one that the clock in question is pinned to. */
async function limitsSince(
  since: (ticket: Ticket) => string | undefined,
  ticketId: string,
  ledgerline: Ledgerline,
): Promise<Limits> {
  const { state: ticket } = await ledgerline.commands.current(streamName('ticket', ticketId), ticketFold);
  return (await termsInForce(ticket && since(ticket), ledgerline)).limits;
}

/** What the table in force says of the ticket as it stands. A department that is no more at work makes it a person's. */
async function proposalFor(ticketId: string, ledgerline: Ledgerline): Promise<RoutingProposal> {
  const { state: ticket } = await ledgerline.commands.current(streamName('ticket', ticketId), ticketFold);
  const { state: document } = await ledgerline.commands.current(streamName('document', 'routing-table-default'), documentFold);
  const table = inForce(document, instantText(ledgerline.clock.now()))?.body as RoutingTable | undefined;
  if (!table || !ticket) return { kind: 'to-a-person', candidates: [], fallback: table?.fallback ?? callCentre };
  const proposal = routeByAuthority(table, routingFactsOf(ticket), ticket.about?.department);
  if (proposal.kind === 'to-a-person') return proposal;
  const gone = await unknownDepartments([proposal.lead, ...proposal.coHandling], ledgerline);
  return gone.length === 0 ? proposal : { kind: 'to-a-person', candidates: [], fallback: table.fallback };
}
