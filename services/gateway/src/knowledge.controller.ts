import {
  AcceptCorrection,
  code as codePattern,
  DeclineCorrection,
  DraftArticle,
  Nothing,
  ProposeCorrection,
  WithReason,
} from '@ledgerline/contracts';
import { idOfDigest, LEDGERLINE, randomId, type Ledgerline } from '@ledgerline/host';
import { Body, Controller, Get, HttpCode, Inject, Param, Post, Query, Req, UseFilters } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { CommandCalls } from './command-call.js';
import { ProblemError } from './problem.js';
import { ProblemFilter } from './problem.filter.js';
import { QueryCalls } from './query-call.js';
import { instant, paging, parseQuery, shape, truth, word, words } from './ticket-query.js';

type BodyClass = new () => object;

/** Steps of a version (`code.draft`) and of the article (`code`). */
const steps: Readonly<Record<string, { readonly body: BodyClass; readonly of: 'version' | 'article' }>> = {
  submit: { body: Nothing, of: 'version' },
  approve: { body: Nothing, of: 'version' },
  reject: { body: WithReason, of: 'version' },
  withdraw: { body: WithReason, of: 'article' },
  'propose-correction': { body: ProposeCorrection, of: 'article' },
  'accept-correction': { body: AcceptCorrection, of: 'article' },
  'decline-correction': { body: DeclineCorrection, of: 'article' },
};

const parameters = {
  q: words,
  item: shape(codePattern),
  department: shape(codePattern),
  public: truth,
  market: truth,
  state: word(['in-force', 'expired', 'waiting', 'all']),
  expiringBefore: instant,
  ...paging,
};

/** The knowledge base (R1.4). */
@Controller('api/v1/knowledge')
@UseFilters(ProblemFilter)
export class KnowledgeController {
  constructor(
    @Inject(LEDGERLINE) private readonly ledgerline: Ledgerline,
    @Inject(CommandCalls) private readonly commands: CommandCalls,
    @Inject(QueryCalls) private readonly queries: QueryCalls,
  ) {}

  @Get()
  async list(@Req() request: FastifyRequest, @Query() query: Record<string, string>) {
    const filter = parseQuery(query, parameters);
    const page = await this.queries.ask<{ kind: string; items: unknown; next: unknown }>(
      request,
      'administration',
      'articles',
      filter,
    );
    return { items: page.items, next: page.next };
  }

  @Post()
  async draft(@Req() request: FastifyRequest, @Body() raw: unknown) {
    const { code, ...body } = this.commands.parse(DraftArticle, raw);
    const id = code ?? this.newCode(request);
    const call = { service: 'administration', call: 'draft-article', id, body };
    const { facts, version, position } = await this.commands.send(request, call);
    return { id: `${id}.${String(facts?.['draft'])}`, code: id, version, position };
  }

  @Get(':id')
  async one(@Req() request: FastifyRequest, @Param('id') id: string) {
    const answer = await this.queries.ask<{ kind: string; article: object }>(request, 'administration', 'article', named(id));
    return answer.article;
  }

  @Post(':id/:step')
  @HttpCode(200)
  async step(@Req() request: FastifyRequest, @Param() path: { id: string; step: string }, @Body() raw: unknown) {
    const step = Object.hasOwn(steps, path.step) ? steps[path.step] : undefined;
    if (step === undefined) throw new ProblemError({ code: 'not-found' });
    const { code, draft } = named(path.id);
    if ((step.of === 'version') !== (draft !== undefined)) throw new ProblemError({ code: 'article-not-found' });
    const body = { ...this.commands.parse(step.body, raw), ...(draft === undefined ? {} : { draft }) };
    const call = path.step.endsWith('-correction') ? path.step : `${path.step}-article`;
    const sent = await this.commands.send(request, { service: 'administration', call, id: code, body });
    return { id: path.id, version: sent.version, position: sent.position };
  }

  /** Of the idempotency key where there is one, so that a retry does not make a second article. */
  private newCode(request: FastifyRequest): string {
    const key = request.headers['idempotency-key'];
    const seed = typeof key === 'string' ? `article ${request.headers.authorization ?? ''} ${key}` : randomId();
    return `kb-${idOfDigest(this.ledgerline.digest('ids', seed)).slice(0, 12)}`;
  }
}

function named(id: string): { code: string; draft?: number } {
  const match = /^([a-z][a-z0-9-]{0,39})(?:\.([1-9]\d{0,5}))?$/.exec(id);
  if (!match?.[1]) throw new ProblemError({ code: 'article-not-found' });
  return { code: match[1], ...(match[2] === undefined ? {} : { draft: Number(match[2]) }) };
}
