import { fastify, type FastifyInstance } from 'fastify';
import type { Ledgerline } from './ledgerline.js';

/** Bytes of a JSON body at most. */
export const largestBody = 1024 * 1024;

/**
 * The Fastify instance under Nest. JSON alone is parsed (its own parser refuses prototype poisoning); every other media
 * type is 415 but for those that a route reads as a stream.
 */
export function edgeServer(ledgerline: Ledgerline): FastifyInstance {
  const server = fastify({
    bodyLimit: largestBody,
    forceCloseConnections: 'idle',
    return503OnClosing: true,
    requestTimeout: 120_000,
    routerOptions: { maxParamLength: 200 },
    loggerInstance: ledgerline.log.child({}, { level: 'warn' }) as never,
    disableRequestLogging: true,
  });
  server.removeContentTypeParser('text/plain');
  server.addContentTypeParser('application/octet-stream', (_request, payload, done) => done(null, payload));
  return server as unknown as FastifyInstance;
}
