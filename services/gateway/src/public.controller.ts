import { PortalSession, type Problem } from '@ledgerline/contracts';
import { LEDGERLINE, type Ledgerline } from '@ledgerline/host';
import { Body, Controller, Get, HttpCode, Inject, Post, Query, Req, UseFilters } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { AnonymousLimit } from './anonymous-limit.js';
import { CommandCalls } from './command-call.js';
import { ProblemError } from './problem.js';
import { ProblemFilter } from './problem.filter.js';
import { SignInLimit } from './sign-in-limit.js';
import { paging, parseQuery, publicationsParameters, truth } from './ticket-query.js';

type Opened = { readonly kind: 'portal-session'; readonly token: string; readonly expiresAt: string; readonly ticket: unknown };
type Information = Publications & { readonly kind: 'page' };
type Publications = { readonly items: readonly unknown[]; readonly next: string | null };

/** What nobody has to sign in for: the way into the portal, published results, and information that is released. Under `/public`, and beside the API too. */
@Controller(['public', 'api/v1/public'])
@UseFilters(ProblemFilter)
export class PublicController {
  private readonly limit = new SignInLimit();
  private readonly reads = new AnonymousLimit(600);

  constructor(
    @Inject(LEDGERLINE) private readonly ledgerline: Ledgerline,
    @Inject(CommandCalls) private readonly commands: CommandCalls,
  ) {}

  @Post('session')
  @HttpCode(200)
  async open(@Req() request: FastifyRequest, @Body() raw: unknown) {
    const body = this.commands.parse(PortalSession, raw);
    this.limit.check(request.ip, body.number);
    const answer = await this.ledgerline.ask<Opened | Problem>('reporting', 'open-portal-session', { body });
    if (answer.kind === 'problem') {
      this.limit.failed(request.ip, body.number);
      throw new ProblemError(answer);
    }
    const { token, expiresAt, ticket } = answer;
    return { token, expiresAt, ticket };
  }

  @Get('publications')
  async publications(@Req() request: FastifyRequest, @Query() query: Record<string, string>) {
    this.reads.count(request.ip);
    const { limit = 50, cursor } = parseQuery(query, publicationsParameters) as { limit?: number; cursor?: string };
    const body = { limit, ...(cursor === undefined ? {} : { cursor }) };
    const { items, next } = await this.ledgerline.ask<Publications>('reporting', 'publications', { body });
    return { items, next };
  }

  @Get('information')
  async information(@Req() request: FastifyRequest, @Query() query: Record<string, string>) {
    this.reads.count(request.ip);
    const body = { market: true, limit: 50, ...parseQuery(query, { market: truth, ...paging }) };
    const answer = await this.ledgerline.ask<Information | Problem>('administration', 'public-information', { body });
    if (answer.kind === 'problem') throw new ProblemError(answer);
    return { items: answer.items, next: answer.next };
  }
}
