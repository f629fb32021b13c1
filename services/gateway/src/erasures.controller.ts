import { ConfirmErasure, identifier, LegalHold, OrderErasure, RefuseErasure } from '@ledgerline/contracts';
import { Body, Controller, Get, HttpCode, Inject, Param, Post, Query, Req, UseFilters } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { CommandCalls } from './command-call.js';
import { ProblemError } from './problem.js';
import { ProblemFilter } from './problem.filter.js';
import { QueryCalls } from './query-call.js';
import { paging, parseQuery } from './ticket-query.js';

interface Subject {
  readonly of: 'ticket' | 'customer';
  readonly id: string;
}

/** Erasing a customer or the person of a ticket, and the legal holds that forbid it. For administrators. */
@Controller('api/v1')
@UseFilters(ProblemFilter)
export class ErasuresController {
  constructor(
    @Inject(CommandCalls) private readonly commands: CommandCalls,
    @Inject(QueryCalls) private readonly queries: QueryCalls,
  ) {}

  @Post('erasures')
  @HttpCode(202)
  async order(@Req() request: FastifyRequest, @Body() raw: unknown) {
    return this.send(request, 'order-erasure', this.commands.parse(OrderErasure, raw));
  }

  /** Those that wait for a second person. */
  @Get('erasures')
  async waiting(@Req() request: FastifyRequest, @Query() query: Record<string, string>) {
    return this.queries.answer(request, 'administration', 'erasures', parseQuery(query, paging));
  }

  @Post('erasures/confirm')
  @HttpCode(202)
  async confirm(@Req() request: FastifyRequest, @Body() raw: unknown) {
    return this.send(request, 'confirm-erasure', this.commands.parse(ConfirmErasure, raw));
  }

  @Post('erasures/refuse')
  @HttpCode(200)
  async refuse(@Req() request: FastifyRequest, @Body() raw: unknown) {
    return this.send(request, 'refuse-erasure', this.commands.parse(RefuseErasure, raw));
  }

  @Get('erasures/:ticket')
  async state(@Req() request: FastifyRequest, @Param('ticket') given: string) {
    return this.stateOf(request, { of: 'ticket', id: await this.idOf(request, given) });
  }

  @Get('erasures/customers/:customer')
  async stateOfCustomer(@Req() request: FastifyRequest, @Param('customer') id: string) {
    if (!identifier.test(id)) throw new ProblemError({ code: 'customer-not-found' });
    return this.stateOf(request, { of: 'customer', id });
  }

  @Post('legal-holds')
  async place(@Req() request: FastifyRequest, @Body() raw: unknown) {
    return this.send(request, 'place-hold', this.commands.parse(LegalHold, raw));
  }

  @Post('legal-holds/release')
  @HttpCode(200)
  async release(@Req() request: FastifyRequest, @Body() raw: unknown) {
    return this.send(request, 'release-hold', this.commands.parse(LegalHold, raw));
  }

  private async stateOf(request: FastifyRequest, subject: Subject) {
    return this.queries.answer(request, 'administration', 'erasure', subject);
  }

  private async send(request: FastifyRequest, call: string, { ticket, customer, ...grounded }: ConfirmErasure) {
    if ((ticket === undefined) === (customer === undefined))
      throw new ProblemError({
        code: 'invalid-body',
        errors: [{ pointer: '/ticket', detail: 'a ticket or a customer, one of the two' }],
      });
    const subject: Subject =
      ticket === undefined ? { of: 'customer', id: String(customer) } : { of: 'ticket', id: await this.idOf(request, ticket) };
    const body = { ...grounded, of: subject.of };
    const command = { service: 'administration', call, body, id: subject.id };
    const { version, position, facts } = await this.commands.send(request, command);
    return { [subject.of]: subject.id, version, position, ...facts };
  }

  private async idOf(request: FastifyRequest, idOrNumber: string): Promise<string> {
    if (!/^[0-9A-Za-z-]{1,64}$/.test(idOrNumber)) throw new ProblemError({ code: 'invalid-id' });
    const { ticket } = await this.queries.ask<{ kind: 'ticket'; ticket: { readonly id: string } }>(
      request,
      'reporting',
      'ticket',
      {
        idOrNumber,
      },
    );
    return ticket.id;
  }
}
