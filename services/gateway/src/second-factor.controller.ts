import { RemoveSecondFactor, WithCode, WithPassword } from '@ledgerline/contracts';
import { Body, Controller, Get, HttpCode, Inject, Post, Req, UseFilters } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { CommandCalls } from './command-call.js';
import { Identity } from './identity.js';
import { ProblemFilter } from './problem.filter.js';
import { QueryCalls } from './query-call.js';
import { SignInLimit } from './sign-in-limit.js';

type State = { readonly kind: 'second-factor'; readonly state: string; readonly recoveryCodesLeft: number };

/** One's own second factor: one-time codes of an app (RFC 6238). Wrong passwords and codes are counted like wrong sign-ins. */
@Controller('api/v1/session/second-factor')
@UseFilters(ProblemFilter)
export class SecondFactorController {
  constructor(
    @Inject(CommandCalls) private readonly commands: CommandCalls,
    @Inject(QueryCalls) private readonly queries: QueryCalls,
    @Inject(Identity) private readonly identity: Identity,
    @Inject(SignInLimit) private readonly limit: SignInLimit,
  ) {}

  @Get()
  async state(@Req() request: FastifyRequest) {
    const { state, recoveryCodesLeft } = await this.queries.ask<State>(request, 'administration', 'second-factor', {});
    return { state, recoveryCodesLeft };
  }

  /** Key and recovery codes are told in this answer and never again. */
  @Post()
  @HttpCode(200)
  offer(@Req() request: FastifyRequest, @Body() raw: unknown) {
    return this.send(request, 'offer-second-factor', this.commands.parse(WithPassword, raw));
  }

  @Post('confirm')
  @HttpCode(200)
  confirm(@Req() request: FastifyRequest, @Body() raw: unknown) {
    return this.send(request, 'confirm-second-factor', this.commands.parse(WithCode, raw));
  }

  @Post('remove')
  @HttpCode(200)
  remove(@Req() request: FastifyRequest, @Body() raw: unknown) {
    return this.send(request, 'remove-second-factor', this.commands.parse(RemoveSecondFactor, raw));
  }

  private async send(request: FastifyRequest, call: string, body: object) {
    const { id: account } = await this.identity.of(request);
    // The stream is the asker's own account, whatever is named here.
    const sent = await this.limit.guard(request.ip, account, () =>
      this.commands.send(request, { service: 'administration', call, id: 'own', body }),
    );
    const { id, version, position, facts } = sent;
    return { id, ...facts, version, position };
  }
}
