import { JoinHub, parseBody, type CommandReply } from '@ledgerline/contracts';
import { siteOfLink } from '@ledgerline/domain';
import {
  isPublicKey,
  keepPlaceOfSite,
  LEDGERLINE,
  MirrorStopped,
  ownPage,
  ownPublicKey,
  placeOfSite,
  secretsForSite,
  sequenceOf,
  takePage,
  type Ledgerline,
} from '@ledgerline/host';
import { homedAtHub, instantText, pageText, readPage, sourcedByHub, type MirroredPage, type Position } from '@ledgerline/kernel';
import { Body, Controller, Get, HttpCode, Inject, Post, Query, Req, Res, UseFilters } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Readable } from 'node:stream';
import { position, refuseForeign } from '../feed/position-of-log.js';
import { Identity, refuseOutOfScope } from '../identity.js';
import { ProblemError } from '../problem.js';
import { ProblemFilter } from '../problem.filter.js';
import { parseQuery } from '../ticket-query.js';

/** Bytes of a page at most that a site hands over: a million characters and one commit more, with their keys. */
const largestPage = 8 * 1024 * 1024;

interface Asker {
  readonly site: string;
  readonly token: string;
}

/**
 * The hub's side of the links of its sites (ADR 0048): for tokens with the scope `site:…` alone. Pages go from log to log, byte for byte,
 * and larger than what the bus carries, so that the edge reads and appends them itself.
 */
@Controller('api/v1/link')
@UseFilters(ProblemFilter)
export class LinkController {
  constructor(
    @Inject(LEDGERLINE) private readonly ledgerline: Ledgerline,
    @Inject(Identity) private readonly identity: Identity,
  ) {}

  /** A site with hosts of its own joins: it is told what accounts are named by. */
  @Post('join')
  @HttpCode(200)
  async join(@Req() request: FastifyRequest, @Body() raw: unknown) {
    const asker = await this.asker(request);
    const parsed = parseBody(JoinHub, raw ?? {});
    if ('faults' in parsed) throw new ProblemError({ code: 'invalid-body', errors: parsed.faults });
    const { site, sealTo } = parsed.body;
    if (site !== asker.site) throw new ProblemError({ code: 'not-allowed' });
    const principal = { kind: 'token', id: asker.token, roles: [], departments: [], scopes: [`site:${site}`] };
    const message = { id: site, command: `join-${site}`, body: {}, principal };
    const reply = await this.ledgerline.ask<CommandReply>('administration', 'join-site', message);
    if (reply.kind === 'problem') throw new ProblemError(reply);
    return { hub: this.ledgerline.configuration.site, sealed: await secretsForSite(sealTo, this.ledgerline) };
  }

  /** Up to where the hub has the site's log, and what it opens keys with. */
  @Get('place')
  async place(@Req() request: FastifyRequest) {
    const { site } = await this.joined(request);
    return {
      hub: this.ledgerline.configuration.site,
      sealTo: await ownPublicKey(this.ledgerline),
      place: (await placeOfSite(site, this.ledgerline)) ?? null,
    };
  }

  /** What is at home at the hub, after a position of its log. */
  @Get('commits')
  async commits(@Req() request: FastifyRequest, @Res() reply: FastifyReply, @Query() query: Record<string, string>) {
    await this.joined(request);
    const { after } = parseQuery(query, { after: position }) as { after?: Position };
    await refuseForeign(after, this.ledgerline.store);
    const reader = request.headers['ledgerline-seal-to'];
    if (typeof reader !== 'string' || !isPublicKey(reader))
      throw new ProblemError({
        code: 'invalid-header',
        errors: [{ pointer: '/Ledgerline-Seal-To', detail: 'must be a public key' }],
      });
    const page = await ownPage({ after: after ?? null, categories: homedAtHub, reader }, this.ledgerline);
    return reply.type('application/octet-stream').header('cache-control', 'no-store').send(pageText(page));
  }

  /** What is at home at the site, from where the hub has it on (or from the beginning of its log, which was restored). */
  @Post('commits')
  @HttpCode(200)
  async take(@Req() request: FastifyRequest) {
    const { site } = await this.joined(request);
    const page = await pageIn(request);
    const place = (await placeOfSite(site, this.ledgerline)) ?? null;
    if (page.after !== place && page.after !== null) throw new ProblemError({ code: 'mirror-out-of-step', facts: { place } });
    try {
      await takePage(page, { from: site, site, categories: sourcedByHub }, this.ledgerline);
    } catch (error) {
      if (!(error instanceof MirrorStopped)) throw error;
      this.ledgerline.log.error({ site, why: error.message }, 'commits of a site were refused');
      throw new ProblemError({ code: 'mirror-stopped', facts: { why: error.message } });
    }
    const next = page.next as Position | null;
    if (next !== null) await keepPlaceOfSite(site, next, this.ledgerline);
    this.heard(site, sequenceOf(page.end as Position) - (next === null ? 0 : sequenceOf(next)));
    return { place: next };
  }

  /** @throws ProblemError not-signed-in; not-allowed, scope-not-granted: whoever is no site's link */
  private async asker(request: FastifyRequest): Promise<Asker> {
    const principal = await this.identity.of(request);
    const { kind, id, scopes = [] } = principal;
    const site = kind === 'token' ? siteOfLink(scopes) : undefined;
    if (site !== undefined) return { site, token: id };
    refuseOutOfScope(principal, request.method === 'GET' ? 'read' : 'administration');
    throw new ProblemError({ code: 'not-allowed' });
  }

  /** Nothing goes either way before a site has said that it has hosts of its own. */
  private async joined(request: FastifyRequest): Promise<Asker> {
    const asker = await this.asker(request);
    if (!(await this.ledgerline.homes.isElsewhere(asker.site))) throw new ProblemError({ code: 'site-has-not-joined' });
    this.heard(asker.site);
    return asker;
  }

  private heard(site: string, behind?: number): void {
    const { clock, links } = this.ledgerline;
    links.heard(site, instantText(clock.now()), behind);
  }
}

/** @throws ProblemError too-large, invalid-body */
async function pageIn(request: FastifyRequest): Promise<MirroredPage> {
  const pieces: Buffer[] = [];
  let size = 0;
  for await (const piece of request.body instanceof Readable ? request.body : Readable.from([])) {
    pieces.push(piece as Buffer);
    size += (piece as Buffer).length;
    if (size > largestPage) throw new ProblemError({ code: 'too-large', facts: { limit: largestPage } });
  }
  const page = readPage(Buffer.concat(pieces).toString());
  const [after, next, end] = [page?.after ?? undefined, page?.next ?? undefined, page?.end];
  if (page === undefined || [after, next, end].some((one) => one !== undefined && position(one) === undefined))
    throw new ProblemError({ code: 'invalid-body', errors: [{ pointer: '', detail: 'is no page of commits' }] });
  return page;
}
