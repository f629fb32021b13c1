import { identifier } from '@ledgerline/contracts';
import { LEDGERLINE, randomId, sentMediaType, type Ledgerline } from '@ledgerline/host';
import { BlobTooLarge } from '@ledgerline/kernel';
import { Controller, Get, HttpCode, Inject, Param, Post, Req, Res, UseFilters } from '@nestjs/common';
import { create as dispositionOf, parse as parseDisposition } from 'content-disposition';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { CommandCalls } from './command-call.js';
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

const mediaType = /^[a-z0-9][a-z0-9!#$&^_.+-]{0,60}\/[a-z0-9][a-z0-9!#$&^_.+-]{0,60}$/;

/** Attachments, streamed up and down: the content never stands in memory as a whole. */
@Controller('api/v1/attachments')
@UseFilters(ProblemFilter)
export class AttachmentsController {
  constructor(
    @Inject(LEDGERLINE) private readonly ledgerline: Ledgerline,
    @Inject(CommandCalls) private readonly commands: CommandCalls,
    @Inject(QueryCalls) private readonly queries: QueryCalls,
    @Inject(Identity) private readonly identity: Identity,
  ) {}

  @Post()
  @HttpCode(201)
  async store(@Req() request: FastifyRequest) {
    await this.identity.of(request);
    const type = mediaTypeOf(request);
    const name = nameOf(request);
    const person = await this.ledgerline.vault.newPerson();
    const content = { blob: randomId(), person };
    const { size, digest } = await this.put(content, request);
    const data = { size, mediaType: type, digest, ...(name === undefined ? {} : { name }) };
    try {
      const stored = await this.commands.send(request, { service: 'intake', call: 'store-attachment', body: { data, content } });
      if (stored.repeated) await this.ledgerline.blobs.delete(content.blob);
      return { id: stored.id, size, mediaType: type };
    } catch (error) {
      if (error instanceof ProblemError && error.status < 500) await this.ledgerline.blobs.delete(content.blob);
      throw error;
    }
  }

  @Get(':id')
  async read(@Req() request: FastifyRequest, @Res() reply: FastifyReply, @Param('id') id: string) {
    if (!identifier.test(id)) throw new ProblemError({ code: 'attachment-not-found' });
    const found = await this.queries.ask<Found>(request, 'intake', 'attachment', { id });
    const key = (await this.ledgerline.keys.load([found.person])).get(found.person);
    const content = key instanceof Uint8Array ? await this.ledgerline.blobs.get(found.blob, key) : undefined;
    if (content === undefined) throw new ProblemError({ code: 'attachment-not-found' });
    void reply
      .header('content-type', found.mediaType)
      .header('content-length', found.size)
      .header('content-disposition', dispositionOf(found.name))
      .header('x-content-type-options', 'nosniff')
      .header('content-security-policy', "sandbox; default-src 'none'")
      .header('cache-control', 'private, no-store');
    return reply.send(Readable.from(content, { objectMode: false }));
  }

  /** @returns bytes, and the keyed digest by which a retry is known */
  private async put({ blob, person }: { readonly blob: string; readonly person: string }, request: FastifyRequest) {
    const key = (await this.ledgerline.keys.load([person])).get(person);
    if (!(key instanceof Uint8Array)) throw new TypeError('a new key is not there');
    const hash = createHash('sha256');
    const limit = this.ledgerline.configuration.largestAttachment;
    try {
      if (Number(request.headers['content-length'] ?? 0) > limit) throw new BlobTooLarge(`more than ${limit} bytes`);
      const { size } = await this.ledgerline.blobs.put(blob, hashed(bodyOf(request), hash), { key, limit });
      return { size, digest: this.ledgerline.digest('attachments', hash.digest('base64url')) };
    } catch (error) {
      request.raw.resume();
      if (error instanceof BlobTooLarge) throw new ProblemError({ code: 'too-large', facts: { limit } });
      throw error;
    }
  }
}

async function* hashed(content: AsyncIterable<Uint8Array>, hash: ReturnType<typeof createHash>): AsyncIterable<Uint8Array> {
  for await (const piece of content) {
    hash.update(piece);
    yield piece;
  }
}

/** The body as it comes in. Left half-read it stays open, so that who sends it can still hear the answer. */
function bodyOf(request: FastifyRequest): AsyncIterable<Uint8Array> {
  const hasBody = request.body instanceof Readable;
  return hasBody ? request.raw.iterator({ destroyOnReturn: false }) : Readable.from([]);
}

function mediaTypeOf(request: FastifyRequest): string {
  const given = sentMediaType(request) ?? 'application/octet-stream';
  const type = given.split(';', 1)[0]?.trim().toLowerCase() ?? '';
  if (mediaType.test(type)) return type;
  throw new ProblemError({ code: 'invalid-header', errors: [{ pointer: '/Content-Type', detail: 'must be a media type' }] });
}

function nameOf(request: FastifyRequest): string | undefined {
  const given = request.headers['content-disposition'];
  if (given === undefined) return undefined;
  const { parameters } = parseDisposition(given);
  const name = parameters['filename']?.replaceAll(/[\p{Cc}\p{Cs}/\\]/gu, '_').slice(0, 200);
  return name === '' ? undefined : name;
}
