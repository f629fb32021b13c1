import { Controller, Get, Inject, Query, Req, UseFilters } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { ProblemFilter } from './problem.filter.js';
import { QueryCalls } from './query-call.js';
import { parseQuery } from './ticket-query.js';

const most = 100;
const ids = new RegExp(`^[0-9a-z]{1,64}(,[0-9a-z]{1,64}){0,${most - 1}}$`);
const peopleParameters = { id: (text: string) => (ids.test(text) ? [...new Set(text.split(','))] : undefined) };

/** The names of those who work here, by the ids that tickets and events carry. */
@Controller('api/v1/people')
@UseFilters(ProblemFilter)
export class PeopleController {
  constructor(@Inject(QueryCalls) private readonly queries: QueryCalls) {}

  @Get()
  async people(@Req() request: FastifyRequest, @Query() query: Record<string, string>) {
    const { id = [] } = parseQuery(query, peopleParameters) as { id?: readonly string[] };
    const { items } = await this.queries.ask<{ kind: 'people'; items: readonly unknown[] }>(request, 'administration', 'people', {
      ids: id,
    });
    return { items, next: null };
  }
}
