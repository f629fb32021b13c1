import { identifier } from '@ledgerline/contracts';
import { Controller, Delete, Get, HttpCode, Inject, Param, Req, UseFilters } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { CommandCalls } from './command-call.js';
import { Identity } from './identity.js';
import { ProblemError } from './problem.js';
import { ProblemFilter } from './problem.filter.js';
import { QueryCalls } from './query-call.js';
import { pageOfWhole } from './whole-list.js';

/** Where one is signed in, and the way to end it from elsewhere. */
@Controller('api/v1/sessions')
@UseFilters(ProblemFilter)
export class SessionsController {
  constructor(
    @Inject(CommandCalls) private readonly commands: CommandCalls,
    @Inject(QueryCalls) private readonly queries: QueryCalls,
    @Inject(Identity) private readonly identity: Identity,
  ) {}

  @Get()
  async list(@Req() request: FastifyRequest) {
    const token = this.identity.tokenOf(request);
    const { items } = await this.queries.ask<{ kind: 'sessions'; items: readonly { readonly id: string }[] }>(
      request,
      'administration',
      'sessions',
      {
        token,
      },
    );
    return pageOfWhole(request, items, ({ id }) => id);
  }

  @Delete(':id')
  @HttpCode(204)
  async end(@Req() request: FastifyRequest, @Param('id') session: string) {
    if (!identifier.test(session)) throw new ProblemError({ code: 'session-not-found' });
    await this.commands.send(request, { service: 'administration', call: 'end-session', id: session, body: { session } });
  }
}
