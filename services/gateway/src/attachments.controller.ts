import { identifier } from '@ledgerline/contracts';
import { sentMediaType } from '@ledgerline/host';
import { Controller, Get, HttpCode, Inject, Param, Post, Req, Res, UseFilters } from '@nestjs/common';
import { parse as parseDisposition } from 'content-disposition';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Readable } from 'node:stream';
import { AttachmentContents, fileNameIn, mediaTypeIn, type PutContent } from './attachment-contents.js';
import { CommandCalls } from './command-call.js';
import { headOfFile } from './head-of-file.js';
import { Identity } from './identity.js';
import { ProblemError } from './problem.js';
import { ProblemFilter } from './problem.filter.js';
import { QueryCalls } from './query-call.js';

interface Found {
  readonly kind: 'attachment';
  readonly blob: string;
  readonly person: string;
  readonly size: number;
  readonly mediaType: string;
  readonly name?: string;
}

/** Attachments, streamed up and down: the content never stands in memory as a whole. */
@Controller('api/v1/attachments')
@UseFilters(ProblemFilter)
export class AttachmentsController {
  constructor(
    @Inject(CommandCalls) private readonly commands: CommandCalls,
    @Inject(QueryCalls) private readonly queries: QueryCalls,
    @Inject(Identity) private readonly identity: Identity,
    @Inject(AttachmentContents) private readonly contents: AttachmentContents,
  ) {}

  @Post()
  @HttpCode(201)
  async store(@Req() request: FastifyRequest) {
    await this.identity.of(request);
    const type = mediaTypeOf(request);
    const name = nameOf(request);
    const { content, size, digest } = await this.put(request);
    const data = { size, mediaType: type, digest, ...(name === undefined ? {} : { name }) };
    try {
      const stored = await this.commands.send(request, { service: 'intake', call: 'store-attachment', body: { data, content } });
      if (stored.repeated) await this.contents.delete({ content });
      return { id: stored.id, size, mediaType: type };
    } catch (error) {
      if (error instanceof ProblemError && error.status < 500) await this.contents.delete({ content });
      throw error;
    }
  }

  @Get(':id')
  async read(@Req() request: FastifyRequest, @Res() reply: FastifyReply, @Param('id') id: string) {
    if (!identifier.test(id)) throw new ProblemError({ code: 'attachment-not-found' });
    const found = await this.queries.ask<Found>(request, 'intake', 'attachment', { id });
    const content = await this.contents.read(found);
    if (content === undefined) throw new ProblemError({ code: 'attachment-not-found' });
    headOfFile(reply, found.mediaType, found.name);
    void reply.header('content-length', found.size);
    return reply.send(Readable.from(content, { objectMode: false }));
  }

  /** What is too large by its own word is not read at all. */
  private async put(request: FastifyRequest): Promise<PutContent> {
    const { limit } = this.contents;
    try {
      if (Number(request.headers['content-length'] ?? 0) > limit) throw new ProblemError({ code: 'too-large', facts: { limit } });
      return await this.contents.put(bodyOf(request));
    } catch (error) {
      request.raw.resume();
      throw error;
    }
  }
}

/** The body as it comes in. Left half-read it stays open, so that who sends it can still hear the answer. */
function bodyOf(request: FastifyRequest): AsyncIterable<Uint8Array> {
  const hasBody = request.body instanceof Readable;
  return hasBody ? request.raw.iterator({ destroyOnReturn: false }) : Readable.from([]);
}

function mediaTypeOf(request: FastifyRequest): string {
  const type = mediaTypeIn(sentMediaType(request));
  if (type !== undefined) return type;
  throw new ProblemError({ code: 'invalid-header', errors: [{ pointer: '/Content-Type', detail: 'must be a media type' }] });
}

function nameOf(request: FastifyRequest): string | undefined {
  const given = request.headers['content-disposition'];
  return given === undefined ? undefined : fileNameIn(parseDisposition(given).parameters['filename']);
}
