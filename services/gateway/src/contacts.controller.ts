import { contactCalls, identifier, RecordContact } from '@ledgerline/contracts';
import { idOfCall, LEDGERLINE, type Ledgerline } from '@ledgerline/host';
import { Controller, Get, HttpCode, Inject, Param, Post, Query, Req, UseFilters } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { CommandCalls } from './command-call.js';
import { contactView } from './contact-view.js';
import { ProblemError } from './problem.js';
import { ProblemFilter } from './problem.filter.js';
import { QueryCalls } from './query-call.js';
import { contactListParameters, parseQuery } from './ticket-query.js';

type Page = { readonly kind: 'page'; readonly items: readonly Record<string, unknown>[]; readonly next?: string };

/** R1.5, R1.7: calls and messages as they are recorded, missed ones first. */
@Controller('api/v1/contacts')
@UseFilters(ProblemFilter)
export class ContactsController {
  constructor(
    @Inject(LEDGERLINE) private readonly ledgerline: Ledgerline,
    @Inject(CommandCalls) private readonly commands: CommandCalls,
    @Inject(QueryCalls) private readonly queries: QueryCalls,
  ) {}

  @Post()
  @HttpCode(201)
  async record(@Req() request: FastifyRequest) {
    const body = this.commands.parse(RecordContact, request.body);
    const ids = body.callId === undefined ? {} : idOfCall(body.callId, this.ledgerline);
    const { id, version, position } = await this.commands.send(request, {
      service: 'intake',
      call: 'record-contact',
      body,
      ...ids,
    });
    return { id, version, position };
  }

  @Get()
  async list(@Req() request: FastifyRequest, @Query() query: Record<string, string>) {
    const page = await this.queries.ask<Page>(request, 'reporting', 'contacts', parseQuery(query, contactListParameters));
    return { items: page.items.map(contactView), next: page.next ?? null };
  }

  @Get(':id')
  async one(@Req() request: FastifyRequest, @Param('id') id: string) {
    if (!identifier.test(id)) throw new ProblemError({ code: 'contact-not-found' });
    const { contact, clocks, passages, transfers } = await this.queries.ask<{
      kind: 'contact';
      contact: Record<string, unknown>;
      clocks: readonly unknown[];
      passages: readonly unknown[];
      transfers: readonly unknown[];
    }>(request, 'reporting', 'contact', { id });
    return { ...contactView(contact), clocks, passages, transfers };
  }

  @Post(':id/:command')
  @HttpCode(200)
  async command(@Req() request: FastifyRequest<{ Params: { readonly id: string; readonly command: string } }>) {
    const { id, command } = request.params;
    const type = Object.hasOwn(contactCalls, command) ? contactCalls[command] : undefined;
    if (!type) throw new ProblemError({ code: 'unknown-command', facts: { command: command.slice(0, 60) } });
    if (!identifier.test(id)) throw new ProblemError({ code: 'invalid-id' });
    const body = this.commands.parse(type, request.body);
    const { version, position, events, facts } = await this.commands.send(request, {
      service: 'intake',
      call: command,
      body,
      id,
    });
    return { id, ...facts, version, position, events };
  }
}
