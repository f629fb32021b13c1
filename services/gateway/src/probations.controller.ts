import { BeginProbation, code, isLocalDate, probationCalls } from '@ledgerline/contracts';
import { probationStatuses } from '@ledgerline/domain';
import { Controller, Get, HttpCode, Inject, Param, Post, Query, Req, UseFilters } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { ProblemFilter } from './problem.filter.js';
import { AdministrationRecords, idOf } from './service-records.js';
import { paging, parseQuery, shape, truth, word, words } from './ticket-query.js';

type Parameters = Record<string, string>;
type One = { readonly kind: 'one'; readonly probation: object };

const listParameters = {
  status: word(probationStatuses),
  department: shape(code),
  asked: truth,
  lastDayBefore: (text: string) => (isLocalDate(text) ? text : undefined),
  mine: truth,
  q: words,
  ...paging,
};

/** R13: staff probation, from the day of reporting to the day on which somebody is regular. */
@Controller('api/v1/probations')
@UseFilters(ProblemFilter)
export class ProbationsController {
  constructor(@Inject(AdministrationRecords) private readonly records: AdministrationRecords) {}

  @Get()
  list(@Req() request: FastifyRequest, @Query() query: Parameters) {
    return this.records.page(request, 'probations', parseQuery(query, listParameters));
  }

  @Post()
  begin(@Req() request: FastifyRequest) {
    return this.records.made(request, 'begin-probation', BeginProbation);
  }

  @Get(':id')
  async one(@Req() request: FastifyRequest, @Param('id') id: string) {
    return (await this.records.one<One>(request, 'probation', known(id))).probation;
  }

  /** What it is worth, month by month (R13.2), in fen. */
  @Get(':id/pay')
  pay(@Req() request: FastifyRequest, @Param('id') id: string) {
    return this.records.answer(request, 'pay-of-probation', known(id));
  }

  @Get(':id/commands')
  async commands(@Req() request: FastifyRequest, @Param('id') id: string) {
    await this.one(request, id);
    return this.records.possibleSteps(request, probationCalls, id);
  }

  @Post(':id/:step')
  @HttpCode(200)
  step(@Req() request: FastifyRequest, @Param() { id, step }: { id: string; step: string }) {
    return this.records.step(request, probationCalls, { id: known(id), step });
  }
}

function known(id: string): string {
  return idOf(id, 'probation-not-found');
}
