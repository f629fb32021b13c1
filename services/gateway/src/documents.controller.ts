import { OptionallyReasoned, PreviewDocument, TryRoute, WithReason, type BodyFault } from '@ledgerline/contracts';
import type { DocumentType } from '@ledgerline/domain';
import { Body, Controller, Get, HttpCode, Inject, Param, Post, Query, Req, UseFilters } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { CommandCalls } from './command-call.js';
import { isPlainJson } from './plain-json.js';
import { ProblemError } from './problem.js';
import { ProblemFilter } from './problem.filter.js';
import { QueryCalls } from './query-call.js';
import { parseQuery } from './ticket-query.js';
import { pageOfCoded, pageOfWhole } from './whole-list.js';

export const documentPaths: Readonly<Record<string, DocumentType>> = {
  policies: 'policy',
  calendars: 'calendar',
  'routing-tables': 'routing-table',
  items: 'item-tree',
  templates: 'template',
  'duty-rotas': 'duty-rota',
  rules: 'rule',
  'digest-templates': 'digest-template',
  'digest-schedules': 'digest-schedule',
  'score-sheets': 'score-sheet',
  'sampling-rules': 'sampling-rule',
  'probation-rules': 'probation-rule',
  'telephony-rules': 'telephony-rule',
  scripts: 'script',
};

const steps: Readonly<Record<string, new () => { reason?: string }>> = {
  submit: OptionallyReasoned,
  approve: OptionallyReasoned,
  reject: WithReason,
  withdraw: WithReason,
};

interface DocumentPath {
  readonly documents: string;
  readonly id: string;
}

/** Governed documents (R6.5). An id is `code.draft`; a code alone is its version in force. */
@Controller('api/v1')
@UseFilters(ProblemFilter)
export class DocumentsController {
  constructor(
    @Inject(CommandCalls) private readonly commands: CommandCalls,
    @Inject(QueryCalls) private readonly queries: QueryCalls,
  ) {}

  @Get('audit/self-approvals')
  async selfApprovals(@Req() request: FastifyRequest) {
    type Found = { readonly kind: string; readonly items: readonly { readonly type: string; readonly id: string }[] };
    const { items } = await this.queries.ask<Found>(request, 'administration', 'self-approvals', {});
    return pageOfWhole(request, items, ({ type, id }) => `${type}/${id}`);
  }

  @Get(':documents')
  async list(@Req() request: FastifyRequest, @Param('documents') path: string) {
    return pageOfCoded(this.queries, request, 'documents', { type: typeOf(path) });
  }

  @Post(':documents')
  async draft(
    @Req() request: FastifyRequest,
    @Param('documents') path: string,
    @Body() body: Record<string, unknown>,
    @Query() query: Record<string, string>,
  ) {
    const type = typeOf(path);
    const { incomplete = false } = parseQuery(query, { incomplete: (text) => ({ true: true, false: false })[text] });
    const code = body?.['code'];
    if (typeof code !== 'string' || !/^[a-z][a-z0-9-]{0,39}$/.test(code))
      throw new ProblemError({ code: 'invalid-body', errors: [{ pointer: '/code', detail: 'must be a code' }] });
    if (!isPlainJson(body)) throw new ProblemError({ code: 'invalid-json' });
    const { facts, version, position } = await this.commands.send(request, {
      service: 'administration',
      call: 'draft-document',
      id: code,
      body: { type, code, body, ...(incomplete === true ? { incomplete } : {}) },
    });
    return { id: `${code}.${String(facts?.['draft'])}`, version, position, faults: facts?.['faults'] ?? [] };
  }

  @Post('routing-tables/try')
  @HttpCode(200)
  async tryRoute(@Req() request: FastifyRequest, @Body() raw: unknown) {
    const body = this.commands.parse(TryRoute, raw);
    return this.queries.answer(request, 'routing', 'try-route', body);
  }

  @Post(':documents/validate')
  @HttpCode(200)
  async validate(@Req() request: FastifyRequest, @Param('documents') path: string, @Body() raw: unknown) {
    const type = typeOf(path);
    if (!isPlainJson(raw)) throw new ProblemError({ code: 'invalid-json' });
    const { errors } = await this.queries.ask<{ kind: 'looked-at'; errors: readonly BodyFault[] }>(
      request,
      'administration',
      'validate-document',
      { type, body: raw ?? null },
    );
    return { valid: errors.length === 0, errors };
  }

  @Get(':documents/:id')
  async one(@Req() request: FastifyRequest, @Param() path: DocumentPath) {
    const answer = await this.queries.ask<{ kind: string; document: object }>(request, 'administration', 'document', named(path));
    return answer.document;
  }

  @Get(':documents/:id/differences')
  async differences(@Req() request: FastifyRequest, @Param() path: DocumentPath, @Query() query: Record<string, string>) {
    const { from } = parseQuery(query, {
      from: (text) => (/^([a-z][a-z0-9-]{0,39}\.)?[1-9]\d{0,5}$/.test(text) ? text : undefined),
    });
    const body = { ...named(path), ...(typeof from === 'string' ? { from: Number(from.split('.').at(-1)) } : {}) };
    return { ...(await this.queries.answer(request, 'administration', 'document-differences', body)), next: null };
  }

  /** Bounded: a page of open tickets each time (ADR 0015). */
  @Post(':documents/:id/preview')
  @HttpCode(200)
  async preview(@Req() request: FastifyRequest, @Param() path: DocumentPath, @Body() raw: unknown) {
    const body = { ...named(path), ...this.commands.parse(PreviewDocument, raw) };
    return this.queries.answer(request, 'reporting', 'preview-document', body);
  }

  @Post(':documents/:id/:step')
  @HttpCode(200)
  async step(@Req() request: FastifyRequest, @Param() path: DocumentPath & { readonly step: string }, @Body() raw: unknown) {
    const version = named(path);
    const type = Object.hasOwn(steps, path.step) ? steps[path.step] : undefined;
    if (type === undefined || version.draft === undefined) throw new ProblemError({ code: 'not-found' });
    const { reason } = this.commands.parse<{ reason?: string }>(type, raw);
    const body = { ...version, ...(reason === undefined ? {} : { reason }) };
    const call = { service: 'administration', call: `${path.step}-document`, id: version.code, body };
    const sent = await this.commands.send(request, call);
    return { id: path.id, version: sent.version, position: sent.position };
  }
}

function named({ documents, id }: DocumentPath): { type: DocumentType; code: string; draft?: number } {
  const type = typeOf(documents);
  const match = /^([a-z][a-z0-9-]{0,39})(?:\.([1-9]\d{0,5}))?$/.exec(id);
  if (!match?.[1]) throw new ProblemError({ code: 'document-not-found' });
  return { type, code: match[1], ...(match[2] === undefined ? {} : { draft: Number(match[2]) }) };
}

function typeOf(path: string): DocumentType {
  const type = Object.hasOwn(documentPaths, path) ? documentPaths[path] : undefined;
  if (type === undefined) throw new ProblemError({ code: 'not-found' });
  return type;
}
