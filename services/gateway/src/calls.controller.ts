import { callSteps } from '@ledgerline/contracts';
import { Controller, Get, HttpCode, Inject, Param, Post, Query, Req, UseFilters } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { ProblemFilter } from './problem.filter.js';
import { QueryCalls } from './query-call.js';
import { idOf, IntakeRecords } from './service-records.js';
import { parseQuery } from './ticket-query.js';

type Page = { readonly kind: 'page'; readonly items: readonly object[] };

/** R1.4: live calls that one speaks on, and handing one over (转接). A call has the id of its contact. */
@Controller('api/v1/calls')
@UseFilters(ProblemFilter)
export class CallsController {
  constructor(
    @Inject(IntakeRecords) private readonly records: IntakeRecords,
    @Inject(QueryCalls) private readonly queries: QueryCalls,
  ) {}

  @Get()
  async own(@Req() request: FastifyRequest, @Query() query: Record<string, string>) {
    const { items } = await this.queries.ask<Page>(request, 'reporting', 'own-calls', parseQuery(query, {}));
    return { items, next: null };
  }

  @Get(':id/transfer-targets')
  async targets(@Req() request: FastifyRequest, @Param('id') id: string) {
    const { items } = await this.queries.ask<Page>(request, 'reporting', 'transfer-targets', { id: known(id) });
    return { items, next: null };
  }

  @Post(':id/:step')
  @HttpCode(200)
  step(@Req() request: FastifyRequest, @Param() { id, step }: { readonly id: string; readonly step: string }) {
    return this.records.step(request, callSteps, { id: known(id), step });
  }
}

function known(id: string): string {
  return idOf(id, 'call-not-found');
}
