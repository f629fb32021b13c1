import { code, identifier, kinds, OpenProblem, problemCalls } from '@ledgerline/contracts';
import { problemStatuses } from '@ledgerline/domain';
import { Controller, Get, HttpCode, Inject, Param, Post, Query, Req, UseFilters } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { CommandCalls } from './command-call.js';
import { PossibleSteps } from './possible-steps.js';
import { ProblemError } from './problem.js';
import { ProblemFilter } from './problem.filter.js';
import { QueryCalls } from './query-call.js';
import { paging, parseQuery, shape, truth, word, words } from './ticket-query.js';

type Parameters = Record<string, string>;
type Page = { readonly kind: 'page'; readonly items: readonly unknown[]; readonly next?: string };

const service = 'department';
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
  constructor(
    @Inject(CommandCalls) private readonly calls: CommandCalls,
    @Inject(QueryCalls) private readonly queries: QueryCalls,
    @Inject(PossibleSteps) private readonly possible: PossibleSteps,
  ) {}

  @Get()
  async list(@Req() request: FastifyRequest, @Query() query: Parameters) {
    const page = await this.queries.ask<Page>(request, service, 'problems', parseQuery(query, listParameters));
    return { items: page.items, next: page.next ?? null };
  }

  @Post()
  async open(@Req() request: FastifyRequest) {
    const body = this.calls.parse(OpenProblem, request.body);
    const { id, version, position } = await this.calls.send(request, { service, call: 'open-problem', body });
    return { id, version, position };
  }

  @Get(':id')
  async one(@Req() request: FastifyRequest, @Param('id') id: string) {
    return (await this.asked(request, id)).problem;
  }

  @Get(':id/tickets')
  async tickets(@Req() request: FastifyRequest, @Param('id') id: string, @Query() query: Parameters) {
    const body = { ...parseQuery(query, ticketsParameters), id: known(id) };
    const page = await this.queries.ask<Page>(request, service, 'tickets-of-problem', body);
    return { items: page.items, next: page.next ?? null };
  }

  @Get(':id/commands')
  async commands(@Req() request: FastifyRequest, @Param('id') id: string) {
    await this.asked(request, id);
    return { items: await this.possible.of(problemCalls, known(id), request), next: null };
  }

  @Post(':id/:step')
  @HttpCode(200)
  async step(@Req() request: FastifyRequest, @Param() path: { id: string; step: string }) {
    const step = Object.hasOwn(problemCalls, path.step) ? problemCalls[path.step] : undefined;
    if (step === undefined) throw new ProblemError({ code: 'not-found' });
    const body = this.calls.parse(step.body, request.body);
    const call = { service, call: step.call, body, id: known(path.id) };
    const { version, position, events } = await this.calls.send(request, call);
    return { id: path.id, version, position, events };
  }

  private asked(request: FastifyRequest, id: string) {
    type Answer = { readonly kind: 'one'; readonly problem: object };
    return this.queries.ask<Answer>(request, service, 'problem', { id: known(id) });
  }
}

function known(id: string): string {
  if (!identifier.test(id)) throw new ProblemError({ code: 'problem-not-found' });
  return id;
}
