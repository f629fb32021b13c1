import { ChangeWebhook, CreateWebhook, OptionallyReasoned, Redeliver, RotateSecret, WithReason } from '@ledgerline/contracts';
import { Body, Controller, Get, HttpCode, Inject, Param, Post, Query, Req, UseFilters } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { CommandCalls } from './command-call.js';
import { ProblemError } from './problem.js';
import { ProblemFilter } from './problem.filter.js';
import { QueryCalls } from './query-call.js';
import { paging, parseQuery, word } from './ticket-query.js';
import { pageOfWhole } from './whole-list.js';

const changes: Readonly<Record<string, new () => object>> = {
  change: ChangeWebhook,
  'rotate-secret': RotateSecret,
  pause: WithReason,
  resume: OptionallyReasoned,
  remove: WithReason,
  redeliver: Redeliver,
};
const listParameters = { state: word(['active', 'paused', 'disabled']), ...paging };

/** Subscriptions to the public feed by signed HTTP calls (Standard Webhooks). For administrators; the secret is told once. */
@Controller('api/v1/webhooks')
@UseFilters(ProblemFilter)
export class WebhooksController {
  constructor(
    @Inject(CommandCalls) private readonly commands: CommandCalls,
    @Inject(QueryCalls) private readonly queries: QueryCalls,
  ) {}

  @Get()
  async list(@Req() request: FastifyRequest, @Query() query: Record<string, string>) {
    const filter = parseQuery(query, listParameters);
    const page = await this.queries.ask<{ kind: string; items: unknown; next: unknown }>(
      request,
      'administration',
      'webhooks',
      filter,
    );
    return { items: page.items, next: page.next };
  }

  @Post()
  async create(@Req() request: FastifyRequest, @Body() raw: unknown) {
    const body = this.commands.parse(CreateWebhook, raw);
    const call = { service: 'administration', call: 'create-webhook', body };
    const { id, version, position, facts } = await this.commands.send(request, call);
    return { id, ...facts, version, position };
  }

  @Get(':id')
  async one(@Req() request: FastifyRequest, @Param('id') id: string) {
    const body = { id: named(id) };
    return (await this.queries.ask<{ kind: string; webhook: object }>(request, 'administration', 'webhook', body)).webhook;
  }

  @Get(':id/dead-letters')
  async deadLetters(@Req() request: FastifyRequest, @Param('id') id: string) {
    const body = { id: named(id) };
    type Dead = { readonly kind: string; readonly items: readonly { readonly event: string }[] };
    const { items } = await this.queries.ask<Dead>(request, 'administration', 'dead-letters', body);
    return pageOfWhole(request, items, ({ event }) => event);
  }

  @Post(':id/:change')
  @HttpCode(200)
  async change(@Req() request: FastifyRequest, @Param() path: { id: string; change: string }, @Body() raw: unknown) {
    const type = Object.hasOwn(changes, path.change) ? changes[path.change] : undefined;
    if (type === undefined) throw new ProblemError({ code: 'not-found' });
    const body = this.commands.parse(type, raw);
    const call = { service: 'administration', call: `${path.change}-webhook`, id: named(path.id), body };
    const { id, version, position, events, facts } = await this.commands.send(request, call);
    return { id, ...facts, version, position, events };
  }
}

function named(id: string): string {
  if (!/^[a-z0-9]{26}$/.test(id)) throw new ProblemError({ code: 'webhook-not-found' });
  return id;
}
