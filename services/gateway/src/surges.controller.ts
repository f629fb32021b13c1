import { AcknowledgeSurge, identifier } from '@ledgerline/contracts';
import { Controller, Get, HttpCode, Inject, Param, Post, Query, Req, UseFilters } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { CommandCalls } from './command-call.js';
import { ProblemError } from './problem.js';
import { ProblemFilter } from './problem.filter.js';
import { QueryCalls } from './query-call.js';
import { parseQuery, surgeListParameters } from './ticket-query.js';

type Page = { readonly kind: 'page'; readonly items: readonly Record<string, unknown>[]; readonly next?: string };

/** What a coordinator can make of a burst of contacts (R1.6). */
const proposes = ['escalate-urgent', 'attach-to-event'];

@Controller('api/v1/surges')
@UseFilters(ProblemFilter)
export class SurgesController {
  constructor(
    @Inject(CommandCalls) private readonly commands: CommandCalls,
    @Inject(QueryCalls) private readonly queries: QueryCalls,
  ) {}

  @Get()
  async list(@Req() request: FastifyRequest, @Query() query: Record<string, string>) {
    const page = await this.queries.ask<Page>(request, 'reporting', 'surges', parseQuery(query, surgeListParameters));
    return { items: page.items.map((surge) => ({ ...surge, proposes })), next: page.next ?? null };
  }

  @Post(':id/acknowledge')
  @HttpCode(200)
  async acknowledge(@Req() request: FastifyRequest, @Param('id') id: string) {
    if (!identifier.test(id)) throw new ProblemError({ code: 'surge-not-found' });
    const body = this.commands.parse(AcknowledgeSurge, request.body);
    const call = { service: 'intake', call: 'acknowledge-surge', body, id };
    const { version, position, events } = await this.commands.send(request, call);
    return { id, version, position, events };
  }
}
