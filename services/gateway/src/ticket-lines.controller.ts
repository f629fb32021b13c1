import { Controller, Get, Inject, Query, Req, UseFilters } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { ProblemFilter } from './problem.filter.js';
import { QueryCalls } from './query-call.js';
import { parseQuery } from './ticket-query.js';
import { ticketView } from './ticket-view.js';

const most = 200;
const ids = new RegExp(`^[a-z0-9-]{1,64}(,[a-z0-9-]{1,64}){0,${most - 1}}$`);
const parameters = { id: (text: string) => (ids.test(text) ? [...new Set(text.split(','))] : undefined) };

/** Lines of lists by id: those of the tickets that one may see. */
@Controller('api/v1/tickets/lines')
@UseFilters(ProblemFilter)
export class TicketLinesController {
  constructor(@Inject(QueryCalls) private readonly queries: QueryCalls) {}

  @Get()
  async lines(@Req() request: FastifyRequest, @Query() query: Record<string, string>) {
    const { id = [] } = parseQuery(query, parameters) as { id?: readonly string[] };
    type Lines = { readonly kind: 'lines'; readonly items: readonly Record<string, unknown>[] };
    const { items } = await this.queries.ask<Lines>(request, 'reporting', 'ticket-lines', { ids: id });
    return { items: items.map(ticketView), next: null };
  }
}
