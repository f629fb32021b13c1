import { isUtf8 } from 'node:buffer';
import type { IncomingHttpHeaders } from 'node:http';
import type { Socket } from 'node:net';
import { fastify, LogController, type FastifyInstance, type FastifyRequest } from 'fastify';
import { edgeHeaders } from './edge-headers.js';
import type { Ledgerline } from './ledgerline.js';
import { isIn, networks } from './networks.js';
import { takeAsBytes } from './sent-media-type.js';
import { traceRequests } from './traces/traced-requests.js';

/** Bytes of a JSON body at most. */
export const largestBody = 1024 * 1024;
/** Bytes of a table. */
const largestTable = 8 * 1024 * 1024;

/**
 * The Fastify instance under Nest. JSON alone is parsed (its own parser refuses prototype poisoning); every other media
 * type is 415 but for those that a route reads as a stream.
 */
export function edgeServer(ledgerline: Ledgerline): FastifyInstance {
  const { trustedProxies } = ledgerline.configuration;
  const server = fastify({
    ...(trustedProxies.length > 0 ? { trustProxy: [...trustedProxies] } : {}),
    bodyLimit: largestBody,
    forceCloseConnections: 'idle',
    return503OnClosing: true,
    requestTimeout: 120_000,
    routerOptions: { maxParamLength: 200 },
    loggerInstance: ledgerline.log.child({}, { level: 'warn' }) as never,
    childLoggerFactory: (logger) => logger,
    logController: new LogController({ disableRequestLogging: true }),
    clientErrorHandler: refuseBrokenRequest,
    frameworkErrors: (_error, _request, reply) => {
      const body = { type: 'urn:ledgerline:problem:invalid-path', title: 'invalid path', status: 400, code: 'invalid-path' };
      void (reply as never as { code(status: number): typeof reply }).code(400);
      void reply.type('application/problem+json').send(body as never);
    },
  });
  server.removeContentTypeParser('text/plain');
  parseJsonInUtf8(server as unknown as FastifyInstance);
  server.addContentTypeParser(
    'application/x-www-form-urlencoded',
    { parseAs: 'string', bodyLimit: largestForm },
    (request, text, done) => {
      if (fromForms.test(request.url)) done(null, Object.fromEntries(new URLSearchParams(String(text))));
      else done(Object.assign(new Error('forms are for the public pages'), { statusCode: 415 }));
    },
  );
  server.addContentTypeParser('multipart/form-data', (request, payload, done) => {
    if (withFiles.test(request.url)) done(null, payload);
    else done(Object.assign(new Error('forms with files are for the public page alone'), { statusCode: 415 }));
  });
  server.addContentTypeParser('application/octet-stream', (_request, payload, done) => done(null, payload));
  if (ledgerline.traces) {
    const trusted = networks(trustedProxies);
    traceRequests(server as never, ledgerline.traces, (address = '') => isIn(address, trusted));
  }
  const headers = edgeHeaders(ledgerline.configuration);
  server.addContentTypeParser('text/csv', { parseAs: 'buffer', bodyLimit: largestTable }, (_request, content, done) =>
    done(null, content),
  );
  server.addHook('onRequest', (request, reply, done) => {
    void reply.headers(headers);
    if (request.method !== 'GET' && isEncoded(request.headers))
      return done(Object.assign(new Error('a body is taken as it is'), { statusCode: 415 }));
    if (request.method === 'POST' && streamedUp.test(request.url)) takeAsBytes(request as unknown as FastifyRequest);
    done();
  });
  closeAsAnswered(server as unknown as FastifyInstance);
  return server as unknown as FastifyInstance;
}

/** JSON is UTF-8 (RFC 8259, 8.1): other bytes would be taken with other characters in their place. */
function parseJsonInUtf8(server: FastifyInstance): void {
  const parse = server.getDefaultJsonParser('error', 'error');
  server.removeContentTypeParser('application/json');
  server.addContentTypeParser('application/json', { parseAs: 'buffer' }, (request, body: Buffer, done) => {
    if (isUtf8(body)) return void parse(request, body.toString(), done);
    done(Object.assign(new Error('the body is no UTF-8'), { statusCode: 400 }));
  });
}

/** Whether a body comes in a coding, of which none is undone here. */
function isEncoded({ 'content-encoding': coding = 'identity' }: IncomingHttpHeaders): boolean {
  return !/^\s*identity\s*$/i.test(coding);
}

/**
 * Closing ends the connections that are idle at that moment. One whose request is still being answered becomes idle afterwards, and a client that keeps it
 * open would hold the server open as long.
 */
function closeAsAnswered(server: FastifyInstance): void {
  server.addHook('preClose', (done) => {
    const closing = setInterval(() => server.server.closeIdleConnections(), 50);
    server.server.once('close', () => clearInterval(closing));
    done();
  });
}

/** Bytes of a form of the public pages at most: a long description in Chinese, percent-encoded. */
const largestForm = 256 * 1024;
/** Pages that work without script take forms; the API takes JSON alone. */
const fromForms = /^\/public\//;

/** The page that takes files too: its form is read as a stream. */
const withFiles = /^\/public\/new(\?|$)/;

/** Routes whose body is content of any media type, read as a stream. */
const streamedUp = /^\/api\/v1\/attachments(\?|$)/;

/** What is not even HTTP gets a problem too, then the connection ends. */
function refuseBrokenRequest(error: Error & { readonly code?: string }, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) return void socket.destroy();
  const status = error.code === 'HPE_HEADER_OVERFLOW' ? '431 Request Header Fields Too Large' : '400 Bad Request';
  const code = error.code === 'HPE_HEADER_OVERFLOW' ? 'headers-too-large' : 'invalid-request';
  const body = JSON.stringify({
    type: `urn:ledgerline:problem:${code}`,
    title: code.replaceAll('-', ' '),
    status: Number(status.slice(0, 3)),
    code,
  });
  socket.end(
    `HTTP/1.1 ${status}\r\ncontent-type: application/problem+json\r\ncontent-length: ${body.length}\r\nconnection: close\r\n\r\n${body}`,
  );
}
