import { ComputeDeadline, type BodyFault } from '@ledgerline/contracts';
import { Body, Controller, HttpCode, Inject, Post, Req, UseFilters } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { CommandCalls } from './command-call.js';
import { ProblemError } from './problem.js';
import { ProblemFilter } from './problem.filter.js';
import { QueryCalls } from './query-call.js';

/** Working time to try, and policies to look at before they are drafted: nothing is written. */
@Controller('api/v1')
@UseFilters(ProblemFilter)
export class CalendarsController {
  constructor(
    @Inject(CommandCalls) private readonly commands: CommandCalls,
    @Inject(QueryCalls) private readonly queries: QueryCalls,
  ) {}

  @Post('calendars/compute')
  @HttpCode(200)
  async compute(@Req() request: FastifyRequest, @Body() raw: unknown) {
    const body = this.commands.parse(ComputeDeadline, raw);
    if ((body.work === undefined) === (body.end === undefined)) {
      const errors: readonly BodyFault[] = [{ pointer: '/work', detail: 'either work or end has to be given' }];
      throw new ProblemError({ code: 'invalid-body', errors });
    }
    const { kind: _kind, ...computed } = await this.queries.ask<{ kind: 'computed' }>(request, 'administration', 'compute', body);
    return computed;
  }

  @Post('policies/validate')
  @HttpCode(200)
  async validate(@Req() request: FastifyRequest, @Body() raw: unknown) {
    const body = { policy: raw ?? null };
    const { errors } = await this.queries.ask<{ kind: 'looked-at'; errors: readonly BodyFault[] }>(
      request,
      'administration',
      'validate-policy',
      body,
    );
    return { valid: errors.length === 0, errors };
  }
}
