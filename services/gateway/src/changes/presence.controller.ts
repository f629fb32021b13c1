import { identifier, TellPresence } from '@ledgerline/contracts';
import { Body, Controller, HttpCode, Inject, Param, Put, Req, UseFilters } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { CommandCalls } from '../command-call.js';
import { Identity } from '../identity.js';
import { ProblemError } from '../problem.js';
import { ProblemFilter } from '../problem.filter.js';
import { QueryCalls } from '../query-call.js';
import { TicketSight } from '../ticket-sight.js';
import { Presence } from './presence.js';

/** A sign that somebody is at a ticket; only who may see the ticket can give one. */
@Controller('api/v1/tickets/:id/presence')
@UseFilters(ProblemFilter)
export class PresenceController {
  constructor(
    @Inject(Identity) private readonly identity: Identity,
    @Inject(CommandCalls) private readonly commands: CommandCalls,
    @Inject(QueryCalls) private readonly queries: QueryCalls,
    @Inject(TicketSight) private readonly sight: TicketSight,
    @Inject(Presence) private readonly presence: Presence,
  ) {}

  @Put()
  @HttpCode(204)
  async tell(@Req() request: FastifyRequest, @Param('id') ticket: string, @Body() raw: unknown) {
    const { doing } = this.commands.parse(TellPresence, raw);
    const principal = await this.identity.ofStaff(request);
    if (!identifier.test(ticket)) throw new ProblemError({ code: 'ticket-not-found' });
    await this.sight.of(ticket, principal);
    const { id } = principal;
    const person = await this.queries.ask<{ kind: 'person'; name: unknown; username: unknown }>(
      request,
      'administration',
      'person',
      {
        id,
      },
    );
    const name = [person.name, person.username].find((one) => typeof one === 'string') ?? id;
    this.presence.give({ ticket, id, name: String(name), doing });
  }
}
