import { code, identifier, proposalCalls, RaiseProposal } from '@ledgerline/contracts';
import { proposalStatuses, tellings } from '@ledgerline/domain';
import { Controller, Get, HttpCode, Inject, Param, Post, Query, Req, UseFilters } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { DepartmentRecords, idOf } from './service-records.js';
import { ProblemFilter } from './problem.filter.js';
import { paging, parseQuery, shape, truth, word, words } from './ticket-query.js';

type Parameters = Record<string, string>;
type Proposal = { readonly kind: 'proposal'; readonly proposal: object };

/** Of a digest that names them, at most two hundred. */
const ids = /^[a-z0-9-]{1,64}(,[a-z0-9-]{1,64}){0,199}$/;
const listParameters = {
  status: word(proposalStatuses),
  open: truth,
  overdue: truth,
  department: shape(code),
  mine: truth,
  toTell: truth,
  item: shape(code),
  ticket: shape(identifier),
  q: words,
  id: (text: string) => (ids.test(text) ? [...new Set(text.split(','))] : undefined),
  ...paging,
};
const callersParameters = { telling: word(tellings), ...paging };

/** R11: improvement proposals, from a digest or a ticket to the callers who asked for it. */
@Controller('api/v1/proposals')
@UseFilters(ProblemFilter)
export class ProposalsController {
  constructor(@Inject(DepartmentRecords) private readonly records: DepartmentRecords) {}

  @Get()
  list(@Req() request: FastifyRequest, @Query() query: Parameters) {
    return this.records.page(request, 'proposals', parseQuery(query, listParameters));
  }

  @Post()
  raise(@Req() request: FastifyRequest) {
    return this.records.made(request, 'raise-proposal', RaiseProposal);
  }

  @Get(':id')
  async one(@Req() request: FastifyRequest, @Param('id') id: string) {
    return (await this.records.one<Proposal>(request, 'proposal', known(id))).proposal;
  }

  @Get(':id/callers')
  callers(@Req() request: FastifyRequest, @Param('id') id: string, @Query() query: Parameters) {
    return this.records.page(request, 'callers-of-proposal', { ...parseQuery(query, callersParameters), id: known(id) });
  }

  @Get(':id/commands')
  async commands(@Req() request: FastifyRequest, @Param('id') id: string) {
    await this.one(request, id);
    return this.records.possibleSteps(request, proposalCalls, id);
  }

  @Post(':id/:step')
  @HttpCode(200)
  step(@Req() request: FastifyRequest, @Param() { id, step }: { id: string; step: string }) {
    return this.records.step(request, proposalCalls, { id: known(id), step });
  }
}

function known(id: string): string {
  return idOf(id, 'proposal-not-found');
}
