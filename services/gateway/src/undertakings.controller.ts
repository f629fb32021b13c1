import { SignUndertaking } from '@ledgerline/contracts';
import { Body, Controller, Get, HttpCode, Inject, Post, Req, UseFilters } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { CommandCalls } from './command-call.js';
import { Identity } from './identity.js';
import { ProblemFilter } from './problem.filter.js';
import { QueryCalls } from './query-call.js';
import { pageOfWhole } from './whole-list.js';

type Undertakings = {
  readonly kind: 'undertakings';
  readonly text: unknown;
  readonly own: unknown;
  readonly items: readonly { readonly id: string }[];
};

/** The yearly confidentiality undertaking of the staff (R7.2). */
@Controller('api/v1/undertakings')
@UseFilters(ProblemFilter)
export class UndertakingsController {
  constructor(
    @Inject(CommandCalls) private readonly commands: CommandCalls,
    @Inject(QueryCalls) private readonly queries: QueryCalls,
    @Inject(Identity) private readonly identity: Identity,
  ) {}

  @Get()
  async list(@Req() request: FastifyRequest) {
    const { text, own, items } = await this.queries.ask<Undertakings>(request, 'administration', 'undertakings', {});
    return { text, own, ...pageOfWhole(request, items, ({ id }) => id) };
  }

  @Post()
  @HttpCode(201)
  async sign(@Req() request: FastifyRequest, @Body() raw: unknown) {
    const body = this.commands.parse(SignUndertaking, raw);
    const { id } = await this.identity.of(request);
    const { facts, version, position } = await this.commands.send(request, {
      service: 'administration',
      call: 'sign-undertaking',
      id,
      body,
    });
    return { id, ...facts, version, position };
  }
}
