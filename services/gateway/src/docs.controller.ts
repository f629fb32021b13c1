import { Controller, Get, Header, Param, Redirect, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { createReadStream } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { ProblemError } from './problem.js';

const folder = dirname(createRequire(import.meta.url).resolve('swagger-ui-dist/package.json'));
const files: Readonly<Record<string, string>> = {
  'swagger-ui.css': 'text/css; charset=utf-8',
  'swagger-ui-bundle.js': 'text/javascript; charset=utf-8',
};

const page = `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Ledgerline API</title><link rel="stylesheet" href="/docs/swagger-ui.css"><div id="api"></div>
<script src="/docs/swagger-ui-bundle.js"></script>
<script src="/docs/start.js"></script></html>`;
const start = "SwaggerUIBundle({ url: '/api/v1/openapi.json', dom_id: '#api', persistAuthorization: false });\n";
/** Swagger UI styles as it runs and has its pictures as data; scripts are files. */
const policy =
  "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; connect-src 'self'; frame-ancestors 'none'";

/** A page to try the API: Swagger UI over the very document that the code makes. */
@Controller('docs')
export class DocsController {
  @Get()
  @Header('content-type', 'text/html; charset=utf-8')
  @Header('content-security-policy', policy)
  page() {
    return page;
  }

  @Get('start.js')
  @Header('content-type', 'text/javascript; charset=utf-8')
  start() {
    return start;
  }

  @Get(':file')
  file(@Param('file') file: string, @Res() reply: FastifyReply) {
    const type = Object.hasOwn(files, file) ? files[file] : undefined;
    if (type === undefined) throw new ProblemError({ code: 'not-found' });
    void reply.header('content-type', type).header('cache-control', 'public, max-age=86400');
    return reply.send(createReadStream(join(folder, file)));
  }
}

/** Beside the document that the page shows, where who has found the one looks for the other. */
@Controller('api/v1/docs')
export class DocsBesideTheApi {
  @Get()
  @Redirect('/docs', 302)
  page() {}
}
