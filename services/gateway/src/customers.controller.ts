import { customerCalls, RegisterCustomer } from '@ledgerline/contracts';
import { Controller, Get, HttpCode, Inject, Param, Post, Query, Req, UseFilters } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { CommandCalls } from './command-call.js';
import { contactView } from './contact-view.js';
import { idOf, stepNamed } from './service-records.js';
import { ProblemFilter } from './problem.filter.js';
import { QueryCalls } from './query-call.js';
import { customerHistoryParameters, customerListParameters, parseQuery, parseTicketList } from './ticket-query.js';
import { ticketView } from './ticket-view.js';

type Item = Record<string, unknown>;
type Page = { readonly kind: 'page'; readonly items: readonly Item[]; readonly next?: string };

/** R1.8: who calls, what they called about before, and who is restricted for a time. */
@Controller('api/v1/customers')
@UseFilters(ProblemFilter)
export class CustomersController {
  constructor(
    @Inject(CommandCalls) private readonly commands: CommandCalls,
    @Inject(QueryCalls) private readonly queries: QueryCalls,
  ) {}

  @Post()
  @HttpCode(201)
  async register(@Req() request: FastifyRequest) {
    const body = this.commands.parse(RegisterCustomer, request.body);
    const { id, version, position } = await this.commands.send(request, { service: 'intake', call: 'register-customer', body });
    return { id, version, position };
  }

  @Get()
  async list(@Req() request: FastifyRequest, @Query() query: Record<string, string>) {
    const page = await this.queries.ask<Page>(request, 'reporting', 'customers', parseQuery(query, customerListParameters));
    return { items: page.items.map(customerView), next: page.next ?? null };
  }

  @Get(':id')
  async one(@Req() request: FastifyRequest, @Param('id') id: string) {
    const { customer } = await this.queries.ask<{ kind: 'customer'; customer: Item }>(request, 'reporting', 'customer', {
      id: known(id),
    });
    return customerView(customer);
  }

  /** Of everybody who is seen as this customer, each with what is kept of them. */
  @Get(':id/profile')
  async profile(@Req() request: FastifyRequest, @Param('id') id: string) {
    const { kind: _kind, ...profile } = await this.queries.ask<{ kind: 'profile' }>(request, 'reporting', 'customer-profile', {
      id: known(id),
    });
    return profile;
  }

  /** Whoever is probably the same: whoever may merge is told why. */
  @Get(':id/alike')
  async alike(@Req() request: FastifyRequest, @Param('id') id: string) {
    const { items } = await this.queries.ask<Page>(request, 'reporting', 'alike-customers', { id: known(id) });
    return { items: items.map(customerView), next: null };
  }

  @Get(':id/tickets')
  async tickets(@Req() request: FastifyRequest, @Param('id') id: string, @Query() query: Record<string, string>) {
    const body = { ...parseTicketList(query), id: known(id) };
    const page = await this.queries.ask<Page>(request, 'reporting', 'customer-tickets', body);
    return { items: page.items.map(ticketView), next: page.next ?? null };
  }

  @Get(':id/history')
  async history(@Req() request: FastifyRequest, @Param('id') id: string, @Query() query: Record<string, string>) {
    const body = { ...parseQuery(query, customerHistoryParameters), id: known(id) };
    const { tickets, contacts } = await this.queries.ask<{
      kind: 'history';
      tickets: readonly Item[];
      contacts: readonly Item[];
    }>(request, 'reporting', 'customer-history', body);
    return { tickets: tickets.map(ticketView), contacts: contacts.map(contactView) };
  }

  @Post(':id/restrictions/lift')
  @HttpCode(200)
  lift(@Req() request: FastifyRequest, @Param('id') id: string) {
    return this.step(request, { id, step: 'restrictions/lift' });
  }

  @Post(':id/do-not-call/lift')
  @HttpCode(200)
  liftDoNotCall(@Req() request: FastifyRequest, @Param('id') id: string) {
    return this.step(request, { id, step: 'do-not-call/lift' });
  }

  @Post(':id/:step')
  @HttpCode(200)
  async step(@Req() request: FastifyRequest, @Param() { id, step }: { id: string; step: string }) {
    const { call, body: type } = stepNamed(customerCalls, step);
    const body = this.commands.parse(type, request.body);
    const { version, position, events } = await this.commands.send(request, { service: 'intake', call, body, id: known(id) });
    return { id, version, position, events };
  }
}

function known(id: string): string {
  return idOf(id, 'customer-not-found');
}

/** A customer as it leaves the edge: without the key id of the person, and without what the system keeps for itself. */
function customerView({ person: _person, unlike: _unlike, ...customer }: Item): Item {
  return customer;
}
