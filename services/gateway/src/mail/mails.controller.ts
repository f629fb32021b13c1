import { mailSteps, WithReason } from '@ledgerline/contracts';
import { LEDGERLINE, type Ledgerline } from '@ledgerline/host';
import { Controller, Get, HttpCode, Inject, Param, Post, Query, Req, Res, UseFilters } from '@nestjs/common';
import { create as dispositionOf } from 'content-disposition';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Readable } from 'node:stream';
import { CommandCalls } from '../command-call.js';
import { idOf, stepNamed } from '../service-records.js';
import { ProblemError } from '../problem.js';
import { ProblemFilter } from '../problem.filter.js';
import { QueryCalls } from '../query-call.js';
import { mailListParameters, parseQuery } from '../ticket-query.js';

type Page = { readonly kind: 'page'; readonly items: readonly object[]; readonly next?: string };
const none = 'mail-not-found';

/** What came by mail, for those who keep the mailboxes: what was set aside is looked at, tried again or let be, with a reason. */
@Controller('api/v1/mails')
@UseFilters(ProblemFilter)
export class MailsController {
  constructor(
    @Inject(LEDGERLINE) private readonly ledgerline: Ledgerline,
    @Inject(CommandCalls) private readonly commands: CommandCalls,
    @Inject(QueryCalls) private readonly queries: QueryCalls,
  ) {}

  @Get()
  async list(@Req() request: FastifyRequest, @Query() query: Record<string, string>) {
    const page = await this.queries.ask<Page>(request, 'reporting', 'mails', parseQuery(query, mailListParameters));
    return { items: page.items, next: page.next ?? null };
  }

  @Get(':id')
  async one(@Req() request: FastifyRequest, @Param('id') id: string) {
    const body = { id: idOf(id, none) };
    return (await this.queries.ask<{ readonly kind: 'mail'; readonly mail: object }>(request, 'reporting', 'mail', body)).mail;
  }

  /** As bytes to keep, never as a page: a stranger wrote them. */
  @Post(':id/open')
  @HttpCode(200)
  async open(@Req() request: FastifyRequest, @Res() reply: FastifyReply, @Param('id') id: string) {
    const body = this.commands.parse(WithReason, request.body);
    const { facts } = await this.commands.send(request, { service: 'intake', call: 'open-mail', id: idOf(id, none), body });
    const { person, blob } = facts as { readonly person: string; readonly blob: string };
    const key = (await this.ledgerline.keys.load([person])).get(person);
    const content = key instanceof Uint8Array ? await this.ledgerline.blobs.get(blob, key) : undefined;
    if (content === undefined) throw new ProblemError({ code: 'mail-bytes-gone' });
    void reply
      .header('content-type', 'message/rfc822')
      .header('content-disposition', dispositionOf(`${id}.eml`))
      .header('x-content-type-options', 'nosniff')
      .header('content-security-policy', "sandbox; default-src 'none'")
      .header('cache-control', 'private, no-store');
    return reply.send(Readable.from(content, { objectMode: false }));
  }

  @Post(':id/:step')
  @HttpCode(200)
  async step(@Req() request: FastifyRequest, @Param() path: { readonly id: string; readonly step: string }) {
    const { call, body: type } = stepNamed(mailSteps, path.step);
    const id = idOf(path.id, none);
    const body = this.commands.parse(type, request.body);
    const { version, position, events } = await this.commands.send(request, { service: 'intake', call, id, body });
    return { id, version, position, events };
  }
}
