import { username } from '@ledgerline/contracts';
import { watchesHouse } from '@ledgerline/domain';
import { checkpointKeys, LEDGERLINE, proveStream, VerificationRuns, type Ledgerline } from '@ledgerline/host';
import { streamName } from '@ledgerline/kernel';
import { Controller, Get, Header, Inject, Query, Req, UseFilters } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { checkpointView, verificationView, type ShownKey } from './audit-view.js';
import { Identity } from './identity.js';
import { ProblemError } from './problem.js';
import { ProblemFilter } from './problem.filter.js';
import { QueryCalls } from './query-call.js';
import { paging, parseQuery, shape, whole } from './ticket-query.js';

const pageParameters = { limit: whole(1, 200), cursor: whole(0, 999_999_999) };
const verifyParameters = { maxAge: whole(0, 86_400), wait: whole(0, 30) };
const accountAuditParameters = { account: shape(username), ...paging };
const proofParameters = { ticket: shape(/^[0-9A-Za-z-]{1,64}$/) };

/** Integrity of the log: signed checkpoints, a verification of the whole, the proof of one ticket. For auditors. */
@Controller('api/v1/audit')
@UseFilters(ProblemFilter)
export class AuditController {
  private readonly runs: VerificationRuns;

  constructor(
    @Inject(LEDGERLINE) private readonly ledgerline: Ledgerline,
    @Inject(QueryCalls) private readonly queries: QueryCalls,
    @Inject(Identity) private readonly identity: Identity,
  ) {
    const { configuration, clock, supervision } = ledgerline;
    this.runs = new VerificationRuns(configuration, clock, supervision.signal);
  }

  @Get('checkpoints')
  async checkpoints(@Req() request: FastifyRequest, @Query() query: Record<string, string>) {
    await this.onlyAuditors(request);
    const { limit = 100, cursor = 0 } = parseQuery(query, pageParameters) as { limit?: number; cursor?: number };
    const { trees } = this.ledgerline;
    const items = await trees.checkpoints(cursor, limit);
    const latest = await trees.latest();
    const last = items.at(-1)?.size ?? cursor;
    const keys = (await checkpointKeys(trees)).map(({ number, key, at, note }): ShownKey => ({
      number,
      key: key.text,
      at,
      note,
    }));
    return {
      items: items.map(checkpointView),
      next: latest && last < latest.size && items.length === limit ? String(last) : null,
      latest: latest ? checkpointView(latest) : null,
      keys,
    };
  }

  /** The note itself, to be kept elsewhere. */
  @Get('checkpoints/latest')
  @Header('content-type', 'text/plain; charset=utf-8')
  async latest(@Req() request: FastifyRequest) {
    await this.onlyAuditors(request);
    const latest = await this.ledgerline.trees.latest();
    if (!latest) throw new ProblemError({ code: 'nothing-signed-yet' });
    return latest.note;
  }

  @Get('verify')
  async verify(@Req() request: FastifyRequest, @Query() query: Record<string, string>) {
    await this.onlyAuditors(request);
    if (this.ledgerline.configuration.store === 'memory') throw new ProblemError({ code: 'log-not-kept' });
    const { maxAge = 0, wait = 5 } = parseQuery(query, verifyParameters) as { maxAge?: number; wait?: number };
    return verificationView(await this.runs.state(maxAge * 1_000, wait * 1_000));
  }

  @Get('proof')
  async proof(@Req() request: FastifyRequest, @Query() query: Record<string, string>) {
    await this.onlyAuditors(request);
    const { ticket: idOrNumber } = parseQuery(query, proofParameters) as { ticket?: string };
    if (idOrNumber === undefined)
      throw new ProblemError({ code: 'invalid-query', errors: [{ pointer: '/ticket', detail: 'has to be given' }] });
    const { ticket } = await this.queries.ask<{ kind: 'ticket'; ticket: { readonly id: string } }>(
      request,
      'reporting',
      'ticket',
      {
        idOrNumber,
      },
    );
    const { store, trees } = this.ledgerline;
    const proof = await proveStream(store, trees, streamName('ticket', ticket.id));
    if (!proof) throw new ProblemError({ code: 'nothing-signed-yet' });
    return proof;
  }

  /** Who signed in, was refused, or ended a session; newest first. */
  @Get('sign-ins')
  signIns(@Req() request: FastifyRequest, @Query() query: Record<string, string>) {
    return this.ofAccounts(request, 'sign-ins', query);
  }

  /** What was changed of anybody's rights: accounts, passwords, second factors, API tokens. */
  @Get('permission-changes')
  permissionChanges(@Req() request: FastifyRequest, @Query() query: Record<string, string>) {
    return this.ofAccounts(request, 'permission-changes', query);
  }

  /** What was taken out of the house, by whom. */
  @Get('exports')
  exports(@Req() request: FastifyRequest, @Query() query: Record<string, string>) {
    return this.ofAccounts(request, 'exports', query);
  }

  private async ofAccounts(request: FastifyRequest, kind: string, query: Record<string, string>) {
    const body = { kind, ...parseQuery(query, accountAuditParameters) };
    type Audited = { readonly kind: 'audited'; readonly items: readonly unknown[]; readonly next: string | null };
    const { items, next } = await this.queries.ask<Audited>(request, 'administration', 'account-audit', body);
    return { items, next };
  }

  private async onlyAuditors(request: FastifyRequest): Promise<void> {
    const { roles } = await this.identity.ofStaff(request);
    if (!watchesHouse(roles)) throw new ProblemError({ code: 'not-allowed' });
  }
}
