import { calibrationCalls, OpenCalibration } from '@ledgerline/contracts';
import { Controller, Get, HttpCode, Inject, Param, Post, Query, Req, UseFilters } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { DepartmentRecords, idOf } from './service-records.js';
import { ProblemFilter } from './problem.filter.js';
import { paging, parseQuery, truth, word } from './ticket-query.js';

type One = { readonly kind: 'one'; readonly calibration: object };

/** R12: the same tickets scored by several inspectors, none of whom knows what the others give. */
@Controller('api/v1/calibrations')
@UseFilters(ProblemFilter)
export class CalibrationsController {
  constructor(@Inject(DepartmentRecords) private readonly records: DepartmentRecords) {}

  @Get()
  list(@Req() request: FastifyRequest, @Query() query: Record<string, string>) {
    const parameters = { status: word(['scoring', 'closed']), mine: truth, ...paging };
    return this.records.page(request, 'calibrations', parseQuery(query, parameters));
  }

  @Post()
  open(@Req() request: FastifyRequest) {
    return this.records.made(request, 'open-calibration', OpenCalibration);
  }

  @Get(':id')
  async one(@Req() request: FastifyRequest, @Param('id') id: string) {
    return (await this.records.one<One>(request, 'calibration', known(id))).calibration;
  }

  @Get(':id/commands')
  async commands(@Req() request: FastifyRequest, @Param('id') id: string) {
    await this.one(request, id);
    return this.records.possibleSteps(request, calibrationCalls, id);
  }

  @Post(':id/:step')
  @HttpCode(200)
  step(@Req() request: FastifyRequest, @Param() { id, step }: { id: string; step: string }) {
    return this.records.step(request, calibrationCalls, { id: known(id), step });
  }
}

function known(id: string): string {
  return idOf(id, 'calibration-not-found');
}
