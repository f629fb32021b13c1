import { code, identifier, inspectionCalls } from '@ledgerline/contracts';
import { figureGroups, inspectionStatuses } from '@ledgerline/domain';
import { Controller, Get, HttpCode, Inject, Param, Post, Query, Req, UseFilters } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { ProblemError } from './problem.js';
import { DepartmentRecords, idOf } from './service-records.js';
import { ProblemFilter } from './problem.filter.js';
import { paging, parseQuery, shape, some, truth, word } from './ticket-query.js';

type Parameters = Record<string, string>;
type Figures = { readonly kind: 'figures'; readonly lines: readonly object[]; readonly total: object };
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

const months = shape(/^\d{4}-\d{2}$/);
const figuresParameters = { from: months, to: months, by: some(figureGroups), agent: shape(identifier), team: shape(code) };

/** R12: what an inspector gave for a piece of work, and what came of the agent's appeal. */
@Controller('api/v1/inspections')
@UseFilters(ProblemFilter)
export class InspectionsController {
  constructor(@Inject(DepartmentRecords) private readonly records: DepartmentRecords) {}

  @Get()
  list(@Req() request: FastifyRequest, @Query() query: Parameters) {
    return this.records.page(request, 'inspections', parseQuery(query, listParameters));
  }

  @Get('figures')
  async figures(@Req() request: FastifyRequest, @Query() query: Parameters) {
    const asked = parseQuery(query, figuresParameters);
    const lacking = ['from', 'to'].find((name) => asked[name] === undefined);
    if (lacking !== undefined)
      throw new ProblemError({ code: 'invalid-query', errors: [{ pointer: `/${lacking}`, detail: 'has to be given' }] });
    const { lines, total } = await this.records.told<Figures>(request, 'quality-figures', { by: [], ...asked });
    return { items: lines, next: null, total };
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
