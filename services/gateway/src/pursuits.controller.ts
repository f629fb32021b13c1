import { code, identifier, OpenPursuit, pursuitCalls, pursuitPaths, pursuitStages, username } from '@ledgerline/contracts';
import { Controller, Get, HttpCode, Inject, Param, Post, Query, Req, UseFilters } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { ProblemFilter } from './problem.filter.js';
import { QueryCalls } from './query-call.js';
import { idOf, OutreachRecords } from './service-records.js';
import { paging, parseQuery, shape, truth, word, words } from './ticket-query.js';

type OnePursuit = { readonly kind: 'one'; readonly pursuit: object };

const listParameters = {
  stage: word(pursuitStages),
  open: truth,
  overdue: truth,
  mine: truth,
  owner: shape(username),
  department: shape(code),
  customer: shape(identifier),
  q: words,
  ...paging,
};

/** R9: sales leads and at-risk customers are one thing on two paths, each with stages and ends of its own. */
function pursuitsOn(path: keyof typeof pursuitPaths) {
  const { of, opens } = pursuitPaths[path];

  @Controller(`api/v1/${path}`)
  @UseFilters(ProblemFilter)
  class PursuitsController {
    constructor(
      @Inject(OutreachRecords) private readonly records: OutreachRecords,
      @Inject(QueryCalls) private readonly queries: QueryCalls,
    ) {}

    @Get()
    list(@Req() request: FastifyRequest, @Query() query: Record<string, string>) {
      return this.records.page(request, 'pursuits', { ...parseQuery(query, listParameters), of });
    }

    @Post()
    open(@Req() request: FastifyRequest) {
      return this.records.made(request, opens, OpenPursuit);
    }

    @Get(':id')
    async one(@Req() request: FastifyRequest, @Param('id') id: string) {
      return (await this.queries.ask<OnePursuit>(request, 'outreach', 'pursuit', { id: known(id), of })).pursuit;
    }

    @Get(':id/commands')
    async commands(@Req() request: FastifyRequest, @Param('id') id: string) {
      await this.one(request, id);
      return this.records.possibleSteps(request, pursuitCalls, id);
    }

    @Post(':id/:step')
    @HttpCode(200)
    step(@Req() request: FastifyRequest, @Param() { id, step }: { readonly id: string; readonly step: string }) {
      return this.records.step(request, pursuitCalls, { id: known(id), step });
    }
  }
  return PursuitsController;
}

export const pursuitsControllers = (['leads', 'at-risk-customers'] as const).map(pursuitsOn);

function known(id: string): string {
  return idOf(id, 'pursuit-not-found');
}
