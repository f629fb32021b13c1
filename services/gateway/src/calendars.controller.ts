import { ComputeDeadline, type BodyFault } from '@ledgerline/contracts';
import { Body, Controller, HttpCode, Inject, Post, Req, UseFilters } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { CommandCalls } from './command-call.js';
import { ProblemError } from './problem.js';
import { ProblemFilter } from './problem.filter.js';
import { QueryCalls } from './query-call.js';

/** Working time to try: nothing is written. */
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
    return this.queries.answer(request, 'administration', 'compute', body);
  }
}
