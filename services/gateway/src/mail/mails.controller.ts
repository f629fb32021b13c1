import { mailSteps, WithReason } from '@ledgerline/contracts';
import { Controller, Get, HttpCode, Inject, Param, Post, Query, Req, Res, UseFilters } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Readable } from 'node:stream';
import { AttachmentContents } from '../attachment-contents.js';
import { CommandCalls } from '../command-call.js';
import { headOfFile } from '../head-of-file.js';
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
    @Inject(CommandCalls) private readonly commands: CommandCalls,
    @Inject(QueryCalls) private readonly queries: QueryCalls,
    @Inject(AttachmentContents) private readonly contents: AttachmentContents,
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

  @Post(':id/open')
  @HttpCode(200)
  async open(@Req() request: FastifyRequest, @Res() reply: FastifyReply, @Param('id') id: string) {
    const body = this.commands.parse(WithReason, request.body);
    const { facts } = await this.commands.send(request, { service: 'intake', call: 'open-mail', id: idOf(id, none), body });
    const { person, blob } = facts as { readonly person: string; readonly blob: string };
    const content = await this.contents.read({ person, blob });
    if (content === undefined) throw new ProblemError({ code: 'mail-bytes-gone' });
    headOfFile(reply, 'message/rfc822', `${id}.eml`);
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
