import { BeginActing, EndSubstitution, NameSubstitute } from '@ledgerline/contracts';
import { Body, Controller, Delete, Get, HttpCode, Inject, Param, Post, Query, Req, UseFilters } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { CommandCalls } from './command-call.js';
import { Identity } from './identity.js';
import { ProblemFilter } from './problem.filter.js';
import { QueryCalls } from './query-call.js';
import { parseQuery, shape, whole } from './ticket-query.js';

const parameters = { limit: whole(1, 200), cursor: shape(/^[A-Za-z0-9_-]{1,1000}$/) };
type Page = { readonly kind: 'page'; readonly items: readonly unknown[]; readonly next: string | null };

/** Who stands in for whom during an absence, and acting for them (ADR 0029). */
@Controller('api/v1')
@UseFilters(ProblemFilter)
export class SubstitutionsController {
  constructor(
    @Inject(CommandCalls) private readonly commands: CommandCalls,
    @Inject(QueryCalls) private readonly queries: QueryCalls,
    @Inject(Identity) private readonly identity: Identity,
  ) {}

  @Get('substitutions')
  async list(@Req() request: FastifyRequest, @Query() query: Record<string, string>) {
    const { items, next } = await this.queries.ask<Page>(
      request,
      'administration',
      'substitutions',
      parseQuery(query, parameters),
    );
    return { items, next };
  }

  @Post('substitutions')
  async name(@Req() request: FastifyRequest, @Body() raw: unknown) {
    const { id, version, position } = await this.change(request, 'name-substitute', this.commands.parse(NameSubstitute, raw));
    return { id, version, position };
  }

  @Post('substitutions/:id/end')
  @HttpCode(200)
  async end(@Req() request: FastifyRequest, @Param('id') id: string, @Body() raw: unknown) {
    const body = this.commands.parse(EndSubstitution, raw);
    const { version, position } = await this.change(request, 'end-substitution', body, id.slice(0, 64));
    return { id, version, position };
  }

  /** From now on this session acts for an absent person. */
  @Post('session/acting')
  @HttpCode(204)
  async beginActing(@Req() request: FastifyRequest, @Body() raw: unknown) {
    const { onBehalfOf } = this.commands.parse(BeginActing, raw);
    await this.change(request, 'begin-acting', { onBehalfOf, token: this.identity.tokenOf(request) });
  }

  /** As oneself again. */
  @Delete('session/acting')
  @HttpCode(204)
  async endActing(@Req() request: FastifyRequest) {
    await this.change(request, 'end-acting', { token: this.identity.tokenOf(request) });
  }

  /** Whoever stands in for somebody may do something else from now on: they are asked about again. */
  private async change(request: FastifyRequest, call: string, body: object, id = 'session') {
    const accepted = await this.commands.send(request, { service: 'administration', call, id, body });
    this.identity.forgetAll();
    return accepted;
  }
}
