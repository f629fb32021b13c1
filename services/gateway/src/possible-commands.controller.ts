import { identifier } from '@ledgerline/contracts';
import { Controller, Get, Inject, Param, Req, UseFilters } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { Identity } from './identity.js';
import { PossibleCommands } from './possible-commands.js';
import { ProblemError } from './problem.js';
import { ProblemFilter } from './problem.filter.js';
import { TicketSight } from './ticket-sight.js';

/** The commands that one's roles have for a ticket: those that are possible now, and of the others why they are not. */
@Controller('api/v1/tickets/:id/commands')
@UseFilters(ProblemFilter)
export class PossibleCommandsController {
  constructor(
    @Inject(Identity) private readonly identity: Identity,
    @Inject(TicketSight) private readonly sight: TicketSight,
    @Inject(PossibleCommands) private readonly possible: PossibleCommands,
  ) {}

  @Get()
  async commands(@Req() request: FastifyRequest, @Param('id') id: string) {
    const principal = await this.identity.ofStaff(request);
    if (!identifier.test(id)) throw new ProblemError({ code: 'ticket-not-found' });
    await this.sight.of(id, principal);
    return { items: await this.possible.of(id, principal), next: null };
  }
}
