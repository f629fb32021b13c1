import { code, TellAgentState, TellCallStates } from '@ledgerline/contracts';
import { idOfCall, LEDGERLINE, type Ledgerline } from '@ledgerline/host';
import { Controller, Get, Inject, Post, Query, Req, UseFilters } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { CommandCalls, type CommandCall } from './command-call.js';
import { ProblemFilter } from './problem.filter.js';
import { QueryCalls } from './query-call.js';
import { paging, parseQuery, shape, truth } from './ticket-query.js';

type Page = { readonly kind: 'page'; readonly items: readonly object[]; readonly next?: string };

/** R12: what the telephone system tells of calls and agents, what agents tell of themselves, and how it all stands. */
@Controller('api/v1')
@UseFilters(ProblemFilter)
export class TelephonyController {
  constructor(
    @Inject(LEDGERLINE) private readonly ledgerline: Ledgerline,
    @Inject(CommandCalls) private readonly commands: CommandCalls,
    @Inject(QueryCalls) private readonly queries: QueryCalls,
  ) {}

  /** The same states told again are the same command; the same ids told otherwise are another one, which is refused. */
  @Post('call-states')
  callStates(@Req() request: FastifyRequest) {
    const body = this.commands.parse(TellCallStates, request.body);
    const { callId, states } = body;
    const unique = JSON.stringify(['call states', callId, states]);
    return this.told(request, {
      service: 'intake',
      call: 'tell-call-states',
      body: { states },
      unique,
      id: idOfCall(callId, this.ledgerline).id,
    });
  }

  @Post('agent-states')
  agentState(@Req() request: FastifyRequest) {
    const body = this.commands.parse(TellAgentState, request.body);
    const { stateId } = body;
    const unique = stateId === undefined ? {} : { unique: `agent state ${this.ledgerline.configuration.site} ${stateId}` };
    return this.told(request, { service: 'intake', call: 'tell-agent-state', body, ...unique });
  }

  @Get('agent-states')
  async agentStates(@Req() request: FastifyRequest, @Query() query: Record<string, string>) {
    const asked = parseQuery(query, { mine: truth, site: shape(code), ...paging });
    const { items, next = null } = await this.queries.ask<Page>(request, 'reporting', 'agent-states', asked);
    return { items, next };
  }

  @Get('wallboard')
  wallboard(@Req() request: FastifyRequest, @Query() query: Record<string, string>) {
    return this.queries.answer(request, 'reporting', 'wallboard', parseQuery(query, { site: shape(code) }));
  }

  private async told(request: FastifyRequest, call: CommandCall) {
    const { id, version, position } = await this.commands.send(request, call);
    return { id, version, position };
  }
}
