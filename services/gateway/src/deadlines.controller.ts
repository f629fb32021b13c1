import { accountIdOf, LEDGERLINE, type Ledgerline } from '@ledgerline/host';
import { Controller, Get, Inject, Query, Req, UseFilters } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { ProblemFilter } from './problem.filter.js';
import { QueryCalls } from './query-call.js';
import { parseSheet } from './ticket-query.js';

type Page = { readonly kind: 'page'; readonly items: readonly unknown[]; readonly next?: string };

/** R5: what is due next. */
@Controller('api/v1/deadlines')
@UseFilters(ProblemFilter)
export class DeadlinesController {
  constructor(
    @Inject(LEDGERLINE) private readonly ledgerline: Ledgerline,
    @Inject(QueryCalls) private readonly queries: QueryCalls,
  ) {}

  @Get()
  async list(@Req() request: FastifyRequest, @Query() query: Record<string, string>) {
    const filter = parseSheet(query);
    if (typeof filter['handler'] === 'string') filter['handler'] = accountIdOf(filter['handler'], this.ledgerline);
    const page = await this.queries.ask<Page>(request, 'reporting', 'deadlines', filter);
    return { items: page.items, next: page.next ?? null };
  }
}
