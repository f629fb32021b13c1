import { code, DrawSample } from '@ledgerline/contracts';
import { idOfSample } from '@ledgerline/domain';
import { Controller, Get, Inject, Param, Post, Query, Req, UseFilters } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { DepartmentRecords, idOf } from './service-records.js';
import { ProblemFilter } from './problem.filter.js';
import { paging, parseQuery, shape } from './ticket-query.js';

type One = { readonly kind: 'one'; readonly sample: object };
type Redrawn = { readonly kind: 'redrawn'; readonly redraw: object };

/** R12: what is looked at, drawn by lot and by a rule. */
@Controller('api/v1/samples')
@UseFilters(ProblemFilter)
export class SamplesController {
  constructor(@Inject(DepartmentRecords) private readonly records: DepartmentRecords) {}

  @Get()
  list(@Req() request: FastifyRequest, @Query() query: Record<string, string>) {
    return this.records.page(request, 'samples', parseQuery(query, { rule: shape(code), ...paging }));
  }

  /** One rule has one sample of one period, whoever asks for it and however often. */
  @Post()
  draw(@Req() request: FastifyRequest) {
    const idOfBody = ({ rule, period }: DrawSample) => idOfSample(rule, period);
    return this.records.made(request, 'draw-sample', DrawSample, idOfBody);
  }

  @Get(':id')
  async one(@Req() request: FastifyRequest, @Param('id') id: string) {
    return (await this.records.one<One>(request, 'sample', known(id))).sample;
  }

  @Get(':id/redraw')
  async redraw(@Req() request: FastifyRequest, @Param('id') id: string) {
    return (await this.records.one<Redrawn>(request, 'redraw-sample', known(id))).redraw;
  }
}

function known(id: string): string {
  return idOf(id, 'sample-not-found');
}
