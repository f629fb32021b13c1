import { code, identifier, inspectionCalls } from '@ledgerline/contracts';
import { inspectionStatuses } from '@ledgerline/domain';
import { Controller, Get, HttpCode, Inject, Param, Post, Query, Req, UseFilters } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { DepartmentRecords, idOf } from './service-records.js';
import { ProblemFilter } from './problem.filter.js';
import { paging, parseQuery, shape, truth, word } from './ticket-query.js';

type Parameters = Record<string, string>;
type One = { readonly kind: 'one'; readonly inspection: object };

const listParameters = {
  status: word(inspectionStatuses),
  agent: shape(identifier),
  mine: truth,
  toScore: truth,
  team: shape(code),
  sample: shape(identifier),
  ticket: shape(identifier),
  month: shape(/^\d{4}-\d{2}$/),
  ...paging,
};

/** R12: what an inspector gave for a piece of work, and what came of the agent's appeal. */
@Controller('api/v1/inspections')
@UseFilters(ProblemFilter)
export class InspectionsController {
  constructor(@Inject(DepartmentRecords) private readonly records: DepartmentRecords) {}

  @Get()
  list(@Req() request: FastifyRequest, @Query() query: Parameters) {
    return this.records.page(request, 'inspections', parseQuery(query, listParameters));
  }

  @Get(':id')
  async one(@Req() request: FastifyRequest, @Param('id') id: string) {
    return (await this.records.one<One>(request, 'inspection', known(id))).inspection;
  }

  @Get(':id/commands')
  async commands(@Req() request: FastifyRequest, @Param('id') id: string) {
    await this.one(request, id);
    return this.records.possibleSteps(request, inspectionCalls, id);
  }

  @Post(':id/:step')
  @HttpCode(200)
  step(@Req() request: FastifyRequest, @Param() { id, step }: { id: string; step: string }) {
    return this.records.step(request, inspectionCalls, { id: known(id), step });
  }
}

function known(id: string): string {
  return idOf(id, 'inspection-not-found');
}
