import { code, type ShownDigest } from '@ledgerline/contracts';
import { Controller, Get, Inject, Param, Query, Req, Res, UseFilters } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { headOfFile } from '../head-of-file.js';
import { ProblemError } from '../problem.js';
import { ProblemFilter } from '../problem.filter.js';
import { QueryCalls } from '../query-call.js';
import { paging, parseQuery, shape, word } from '../ticket-query.js';
import { DigestPages } from './digest-pages.js';
import { DigestFiles } from './files/digest-files.js';
import { fileFormats, type FileFormat } from './files/make-file.js';
import { fileLanguages, type FileLanguage } from './page-words.js';

type Parameters = Record<string, string>;

const fileParameters = { format: word(fileFormats), language: word(fileLanguages) };
const nowParameters = {
  template: shape(/^[a-z][a-z0-9-]{0,39}(\.[1-9]\d{0,5})?$/),
  period: shape(/^\d{4}-(W\d{2}|\d{2})$/),
  department: shape(code),
};

/** R11: what was delivered to whoever asks, what a template gives now, and either as a file. */
@Controller('api/v1/digests')
@UseFilters(ProblemFilter)
export class DigestsController {
  constructor(
    @Inject(QueryCalls) private readonly queries: QueryCalls,
    @Inject(DigestPages) private readonly pages: DigestPages,
    @Inject(DigestFiles) private readonly files: DigestFiles,
  ) {}

  @Get()
  async list(@Req() request: FastifyRequest, @Query() query: Parameters) {
    type Page = { readonly kind: 'page'; readonly items: readonly unknown[]; readonly next?: string };
    const page = await this.queries.ask<Page>(request, 'reporting', 'digests', parseQuery(query, paging));
    return { items: page.items, next: page.next ?? null };
  }

  @Get('now')
  async now(@Req() request: FastifyRequest, @Query() query: Parameters) {
    return this.made(request, parseQuery(query, nowParameters));
  }

  @Get('now/file')
  async nowAsFile(@Req() request: FastifyRequest, @Res() reply: FastifyReply, @Query() query: Parameters) {
    const { format, language, ...asked } = parseQuery(query, { ...nowParameters, ...fileParameters });
    return this.send(request, reply, { digest: await this.made(request, asked), format, language });
  }

  @Get(':id')
  async one(@Req() request: FastifyRequest, @Param('id') id: string) {
    return this.delivered(request, id);
  }

  @Get(':id/file')
  async oneAsFile(
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @Param('id') id: string,
    @Query() query: Parameters,
  ) {
    const { format, language } = parseQuery(query, fileParameters);
    return this.send(request, reply, { digest: await this.delivered(request, id), format, language });
  }

  private async made(request: FastifyRequest, asked: Record<string, unknown>): Promise<ShownDigest> {
    const { template, ...rest } = asked;
    if (typeof template !== 'string')
      throw new ProblemError({ code: 'invalid-query', errors: [{ pointer: '/template', detail: 'names a digest template' }] });
    const [named, draft] = template.split('.');
    return this.digest(request, 'digest-now', {
      ...rest,
      template: named,
      ...(draft === undefined ? {} : { draft: Number(draft) }),
    });
  }

  private async delivered(request: FastifyRequest, id: string): Promise<ShownDigest> {
    // Who asks is asked first: nobody learns what an id looks like.
    return this.digest(request, 'digest', { id: /^[a-z0-9]{26}$/.test(id) ? id : 'none' });
  }

  private async digest(request: FastifyRequest, call: string, body: object): Promise<ShownDigest> {
    type Answer = { readonly kind: 'digest'; readonly digest: ShownDigest };
    return (await this.queries.ask<Answer>(request, 'reporting', call, body)).digest;
  }

  private async send(request: FastifyRequest, reply: FastifyReply, { digest, format = 'pdf', language = 'zh' }: Taken) {
    const [as, inLanguage] = [format as FileFormat, language as FileLanguage];
    const page = await this.pages.of(request, digest, inLanguage);
    const { content, mediaType } = await this.files.made(as, page);
    const name = `${page.title} ${digest.period.name}.${as}`.replaceAll(/[\p{Cc}\p{Cs}/\\]/gu, '_');
    headOfFile(reply, mediaType, name);
    return reply.send(content);
  }
}

interface Taken {
  readonly digest: ShownDigest;
  readonly format: unknown;
  readonly language: unknown;
}
