import { Controller, Get, Inject, Param, Query, Req, UseFilters } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { jsonDifferences } from './json-differences.js';
import { ProblemError } from './problem.js';
import { ProblemFilter } from './problem.filter.js';
import { QueryCalls } from './query-call.js';
import { differencesParameters, parseQuery, rightsParameters } from './ticket-query.js';
import { ticketView } from './ticket-view.js';

interface StoodAs {
  readonly version: number;
  readonly ticket?: Readonly<Record<string, unknown>>;
}
type Differences = {
  readonly kind: 'differences';
  readonly from: StoodAs;
  readonly to: StoodAs;
  readonly events: readonly unknown[];
};
type Rights = { readonly kind: 'rights'; readonly version: number; readonly items: readonly unknown[]; readonly next?: string };

/** What changes with every event and says nothing by itself. */
const silent = new Set(['/version', '/updatedAt']);

/** A ticket's past, beyond how it stood: what differs between two moments, and who could see it. */
@Controller('api/v1/tickets')
@UseFilters(ProblemFilter)
export class TicketAuditController {
  constructor(@Inject(QueryCalls) private readonly queries: QueryCalls) {}

  @Get(':id/differences')
  async differences(@Req() request: FastifyRequest, @Param('id') id: string, @Query() query: Record<string, string>) {
    const { from, to } = parseQuery(query, differencesParameters) as { from?: string; to?: string };
    if (from === undefined)
      throw new ProblemError({ code: 'invalid-query', errors: [{ pointer: '/from', detail: 'has to be given' }] });
    const body = { idOrNumber: id, from: { at: from }, to: to === undefined ? {} : { at: to } };
    const answer = await this.queries.ask<Differences>(request, 'reporting', 'ticket-differences', body);
    const [was, is] = [answer.from, answer.to].map(({ ticket }) => (ticket === undefined ? {} : ticketView(ticket)));
    return {
      from: { at: from, version: answer.from.version },
      to: { at: to ?? null, version: answer.to.version },
      differences: jsonDifferences(was, is).filter(({ pointer }) => !silent.has(pointer)),
      events: answer.events,
    };
  }

  @Get(':id/rights')
  async rights(@Req() request: FastifyRequest, @Param('id') id: string, @Query() query: Record<string, string>) {
    const { limit = 100, ...moment } = parseQuery(query, rightsParameters) as { limit?: number };
    const body = { idOrNumber: id, limit, ...moment };
    const { version, items, next } = await this.queries.ask<Rights>(request, 'reporting', 'ticket-rights', body);
    return { version, items, next: next ?? null };
  }
}
