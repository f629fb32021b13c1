import { clockNames } from '@ledgerline/domain';
import { code, WhatIf } from '@ledgerline/contracts';
import { Body, Controller, Delete, Get, HttpCode, Inject, Param, Post, Query, Req, UseFilters } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { CommandCalls } from './command-call.js';
import { ProblemFilter } from './problem.filter.js';
import { QueryCalls } from './query-call.js';
import { parseQuery, shape, whole, word } from './ticket-query.js';

const fate = word(['kept', 'broken', 'other', 'none']);
const filters = { department: shape(code), clock: word(clockNames), before: fate, after: fate };
const parameters = { ...filters, limit: whole(1, 200), cursor: whole(0, 999_999_999) };

/** R14.2: another policy, calendar or routing table over what happened. Nothing of the past changes. */
@Controller('api/v1/reports/what-if')
@UseFilters(ProblemFilter)
export class WhatIfController {
  constructor(
    @Inject(CommandCalls) private readonly commands: CommandCalls,
    @Inject(QueryCalls) private readonly queries: QueryCalls,
  ) {}

  @Post()
  @HttpCode(202)
  async begin(@Req() request: FastifyRequest, @Body() raw: unknown) {
    return this.queries.answer(request, 'reporting', 'what-if', this.commands.parse(WhatIf, raw));
  }

  @Get(':id')
  async state(@Req() request: FastifyRequest, @Param('id') id: string) {
    return this.queries.answer(request, 'reporting', 'what-if-state', { id });
  }

  @Delete(':id')
  async cancel(@Req() request: FastifyRequest, @Param('id') id: string) {
    return this.queries.answer(request, 'reporting', 'what-if-cancel', { id });
  }

  @Get(':id/tickets')
  async tickets(@Req() request: FastifyRequest, @Param('id') id: string, @Query() query: Record<string, string>) {
    const { limit, cursor, ...filter } = parseQuery(query, parameters);
    return this.queries.answer(request, 'reporting', 'what-if-tickets', { id, filter, limit, cursor });
  }
}
