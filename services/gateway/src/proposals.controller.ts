import { code, identifier, proposalCalls, RaiseProposal } from '@ledgerline/contracts';
import { proposalStatuses, tellings } from '@ledgerline/domain';
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
/** Of a digest that names them, at most two hundred. */
const ids = /^[a-z0-9-]{1,64}(,[a-z0-9-]{1,64}){0,199}$/;
const some = (text: string) => (ids.test(text) ? [...new Set(text.split(','))] : undefined);
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
  id: some,
  ...paging,
};
const callersParameters = { telling: word(tellings), ...paging };

/** R11: improvement proposals, from a digest or a ticket to the callers who asked for it. */
@Controller('api/v1/proposals')
@UseFilters(ProblemFilter)
export class ProposalsController {
  constructor(
    @Inject(CommandCalls) private readonly calls: CommandCalls,
    @Inject(QueryCalls) private readonly queries: QueryCalls,
    @Inject(PossibleSteps) private readonly possible: PossibleSteps,
  ) {}

  @Get()
  async list(@Req() request: FastifyRequest, @Query() query: Parameters) {
    const page = await this.queries.ask<Page>(request, service, 'proposals', parseQuery(query, listParameters));
    return { items: page.items, next: page.next ?? null };
  }

  @Post()
  async raise(@Req() request: FastifyRequest) {
    const body = this.calls.parse(RaiseProposal, request.body);
    const { id, version, position } = await this.calls.send(request, { service, call: 'raise-proposal', body });
    return { id, version, position };
  }

  @Get(':id')
  async one(@Req() request: FastifyRequest, @Param('id') id: string) {
    return (await this.asked(request, id)).proposal;
  }

  @Get(':id/callers')
  async callers(@Req() request: FastifyRequest, @Param('id') id: string, @Query() query: Parameters) {
    const body = { ...parseQuery(query, callersParameters), id: known(id) };
    const page = await this.queries.ask<Page>(request, service, 'callers-of-proposal', body);
    return { items: page.items, next: page.next ?? null };
  }

  @Get(':id/commands')
  async commands(@Req() request: FastifyRequest, @Param('id') id: string) {
    await this.asked(request, id);
    return { items: await this.possible.of(proposalCalls, known(id), request), next: null };
  }

  @Post(':id/:step')
  @HttpCode(200)
  async step(@Req() request: FastifyRequest, @Param() path: { id: string; step: string }) {
    const step = Object.hasOwn(proposalCalls, path.step) ? proposalCalls[path.step] : undefined;
    if (step === undefined) throw new ProblemError({ code: 'not-found' });
    const body = this.calls.parse(step.body, request.body);
    const call = { service, call: step.call, body, id: known(path.id) };
    const { version, position, events } = await this.calls.send(request, call);
    return { id: path.id, version, position, events };
  }

  private asked(request: FastifyRequest, id: string) {
    type Answer = { readonly kind: 'proposal'; readonly proposal: object };
    return this.queries.ask<Answer>(request, service, 'proposal', { id: known(id) });
  }
}

function known(id: string): string {
  if (!identifier.test(id)) throw new ProblemError({ code: 'proposal-not-found' });
  return id;
}
