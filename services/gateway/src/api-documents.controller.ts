import { Controller, Get, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { sendCompressed, type Compressed } from './compressed-answer.js';
import { asyncApiDocument } from './feed/async-api.js';
import { openApiDocument } from './open-api/open-api.js';

/** What is not the best, but a tenth of the time: the document is compressed when somebody first asks for it. */
const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: 6 } };

/** The documents that describe the API: large, the same for everybody, and no secret, so that they may be compressed. */
@Controller('api/v1')
export class ApiDocumentsController {
  private readonly made = new Map<() => object, Promise<Compressed>>();

  @Get('openapi.json')
  openApi(@Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    return this.send(request, reply, openApiDocument);
  }

  @Get('asyncapi.json')
  asyncApi(@Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    return this.send(request, reply, asyncApiDocument);
  }

  private async send(request: FastifyRequest, reply: FastifyReply, document: () => object): Promise<void> {
    const made = this.made.get(document) ?? compressed(document());
    this.made.set(document, made);
    void sendCompressed(request, reply, await made);
  }
}

async function compressed(document: object): Promise<Compressed> {
  const plain = Buffer.from(JSON.stringify(document));
  const [br, gz] = await Promise.all([promisify(brotliCompress)(plain, quality), promisify(gzip)(plain)]);
  return { type: 'application/json; charset=utf-8', plain, compressed: { br, gzip: gz } };
}
