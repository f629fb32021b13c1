import { code, identifier, kinds, OpenProblem, problemCalls } from '@ledgerline/contracts';
import { problemStatuses } from '@ledgerline/domain';
import { Controller, Get, HttpCode, Inject, Param, Post, Query, Req, UseFilters } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { DepartmentRecords, idOf } from './service-records.js';
import { ProblemFilter } from './problem.filter.js';
import { paging, parseQuery, shape, truth, word, words } from './ticket-query.js';

type Parameters = Record<string, string>;
type One = { readonly kind: 'one'; readonly problem: object };

const listParameters = {
  status: word(problemStatuses),
  resolved: truth,
  department: shape(code),
  ticket: shape(identifier),
  fitsItem: shape(code),
  fitsProduct: words,
  fitsKind: word(kinds),
  q: words,
  ...paging,
};
const ticketsParameters = { open: truth, ...paging };

/** R11: the causes behind repeated faults, and what helps until they are gone. */
@Controller('api/v1/problems')
@UseFilters(ProblemFilter)
export class ProblemsController {
  constructor(@Inject(DepartmentRecords) private readonly records: DepartmentRecords) {}

  @Get()
  list(@Req() request: FastifyRequest, @Query() query: Parameters) {
    return this.records.page(request, 'problems', parseQuery(query, listParameters));
  }

  @Post()
  open(@Req() request: FastifyRequest) {
    return this.records.made(request, 'open-problem', OpenProblem);
  }

  @Get(':id')
  async one(@Req() request: FastifyRequest, @Param('id') id: string) {
    return (await this.records.one<One>(request, 'problem', known(id))).problem;
  }

  @Get(':id/tickets')
  tickets(@Req() request: FastifyRequest, @Param('id') id: string, @Query() query: Parameters) {
    return this.records.page(request, 'tickets-of-problem', { ...parseQuery(query, ticketsParameters), id: known(id) });
  }

  @Get(':id/commands')
  async commands(@Req() request: FastifyRequest, @Param('id') id: string) {
    await this.one(request, id);
    return this.records.possibleSteps(request, problemCalls, id);
  }

  @Post(':id/:step')
  @HttpCode(200)
  step(@Req() request: FastifyRequest, @Param() { id, step }: { id: string; step: string }) {
    return this.records.step(request, problemCalls, { id: known(id), step });
  }
}

function known(id: string): string {
  return idOf(id, 'problem-not-found');
}
