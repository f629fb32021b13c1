import { Controller, Get, Inject, Param, Query, Req, UseFilters } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { ProblemFilter } from './problem.filter.js';
import { QueryCalls } from './query-call.js';
import { instant, parseQuery, shape, whole, word } from './ticket-query.js';

const processParameters = { log: word(['own', 'imported']), from: instant, to: instant, limit: whole(1, 200) };
const activity = shape(/^[^\u0000-\u001f]{1,200}$/u);
const processTicketsParameters = {
  ...processParameters,
  cell: word(['cases', 'events', 'count', 'starts', 'ends']),
  activity,
  next: activity,
  course: shape(/^\d{1,7}\.[0-9a-f]{24}$/),
  cursor: whole(0, 999_999_999),
};

const forecastParameters = { days: whole(1, 60), weeks: whole(3, 104) };

/** R14.2: figures over the whole log, and the tickets behind each. Which parameters there are, the report itself says. */
@Controller('api/v1/reports')
@UseFilters(ProblemFilter)
export class ReportsController {
  constructor(@Inject(QueryCalls) private readonly queries: QueryCalls) {}

  /** Before the reports by name, as the next one. */
  @Get('forecast')
  async forecast(@Req() request: FastifyRequest, @Query() { days, weeks, ...parameters }: Record<string, string>) {
    const asked = { days: 14, weeks: 12, ...parseQuery(given({ days, weeks }), forecastParameters), parameters };
    return this.queries.answer(request, 'reporting', 'forecast', asked);
  }

  /** Process mining: before the reports by name, which this is none of. */
  @Get('process')
  async process(@Req() request: FastifyRequest, @Query() query: Record<string, string>) {
    return this.queries.answer(request, 'reporting', 'process', parseQuery(query, processParameters));
  }

  @Get('process/tickets')
  async processTickets(@Req() request: FastifyRequest, @Query() query: Record<string, string>) {
    return this.queries.answer(request, 'reporting', 'process-tickets', parseQuery(query, processTicketsParameters));
  }

  @Get(':name')
  async report(@Req() request: FastifyRequest, @Param('name') name: string, @Query() parameters: Record<string, string>) {
    return this.queries.answer(request, 'reporting', 'report', { name, parameters });
  }

  @Get(':name/tickets')
  async tickets(@Req() request: FastifyRequest, @Param('name') name: string, @Query() parameters: Record<string, string>) {
    return this.queries.answer(request, 'reporting', 'report-tickets', { name, parameters });
  }

  /** Of reports about calls. */
  @Get(':name/contacts')
  async contacts(@Req() request: FastifyRequest, @Param('name') name: string, @Query() parameters: Record<string, string>) {
    return this.queries.answer(request, 'reporting', 'report-contacts', { name, parameters });
  }
}

function given(parameters: Readonly<Record<string, string | undefined>>) {
  return Object.fromEntries(Object.entries(parameters).filter(([, text]) => text !== undefined));
}
