import { code, equipmentCalls, isLocalDate, RegisterEquipment, username } from '@ledgerline/contracts';
import { equipmentStates } from '@ledgerline/domain';
import { Controller, Get, HttpCode, Inject, Param, Post, Query, Req, UseFilters } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { ProblemFilter } from './problem.filter.js';
import { AdministrationRecords, idOf } from './service-records.js';
import { paging, parseQuery, shape, truth, word, words } from './ticket-query.js';

type Parameters = Record<string, string>;
type One = { readonly kind: 'one'; readonly equipment: object };

const listParameters = {
  status: word(equipmentStates),
  kind: shape(code),
  site: shape(code),
  responsible: shape(username),
  mine: truth,
  dueBefore: (text: string) => (isLocalDate(text) ? text : undefined),
  sort: word(['code', 'dueOn']),
  q: words,
  ...paging,
};

/** R12: the register of what the centre works with. An item's id is its code. */
@Controller('api/v1/equipment')
@UseFilters(ProblemFilter)
export class EquipmentController {
  constructor(@Inject(AdministrationRecords) private readonly records: AdministrationRecords) {}

  @Get()
  list(@Req() request: FastifyRequest, @Query() query: Parameters) {
    return this.records.page(request, 'list-equipment', parseQuery(query, listParameters));
  }

  @Post()
  register(@Req() request: FastifyRequest) {
    return this.records.made(request, 'register-equipment', RegisterEquipment, (body) => body.code);
  }

  @Get(':id')
  async one(@Req() request: FastifyRequest, @Param('id') id: string) {
    return (await this.records.one<One>(request, 'equipment', known(id))).equipment;
  }

  @Get(':id/commands')
  async commands(@Req() request: FastifyRequest, @Param('id') id: string) {
    await this.one(request, id);
    return this.records.possibleSteps(request, equipmentCalls, id);
  }

  @Post(':id/:step')
  @HttpCode(200)
  step(@Req() request: FastifyRequest, @Param() { id, step }: { id: string; step: string }) {
    return this.records.step(request, equipmentCalls, { id: known(id), step });
  }
}

function known(id: string): string {
  return idOf(id, 'equipment-not-found');
}
