import type { FastifyInstance } from 'fastify';
import type { OpenSpan, Traces } from './traces.js';

/** Looks of machines, every few seconds: not what anybody wants a trace of. */
const untold = /^\/(?:health\/|metrics(?:\?|$))/;

/**
 * A span for each request at the edge. What a caller sends as `traceparent` becomes its parent only where the connection comes from
 * whoever is trusted; else it is linked, so that a stranger neither fills in a trace of ours nor decides what is recorded. The answer names the
 * trace (`traceresponse`, W3C Trace Context HTTP Response Headers Format).
 */
export function traceRequests(
  server: FastifyInstance,
  traces: Traces,
  isTrusted: (address: string | undefined) => boolean,
): void {
  const open = new WeakMap<object, OpenSpan>();
  server.addHook('onRequest', (request, reply, done) => {
    if (!untold.test(request.url)) {
      const { method, routeOptions, headers } = request;
      const came = typeof headers['traceparent'] === 'string' ? headers['traceparent'] : undefined;
      const origin = isTrusted(request.raw.socket.remoteAddress) ? { parent: came ?? null } : { parent: null, link: came };
      const route = routeOptions.url;
      const attributes = { 'http.request.method': method, ...(route === undefined ? {} : { 'http.route': route }) };
      const span = traces.begin({
        name: route === undefined ? method : `${method} ${route}`,
        kind: 'server',
        attributes,
        ...origin,
      });
      open.set(request.raw, span);
      void reply.header('traceresponse', span.traceparent);
    }
    done();
  });
  // A body that was read has left the turn of the hook before.
  server.addHook('preValidation', (request, _reply, done) => {
    const span = open.get(request.raw);
    if (span === undefined) done();
    else span.run(done);
  });
  const end = (raw: object, told: (span: OpenSpan) => void) => {
    const span = open.get(raw);
    if (span === undefined) return;
    told(span);
    span.end();
    open.delete(raw);
  };
  server.addHook('onResponse', (request, { statusCode }, done) => {
    end(request.raw, (span) => {
      span.note({ 'http.response.status_code': statusCode });
      if (statusCode >= 500) span.failed(String(statusCode));
    });
    done();
  });
  server.addHook('onRequestAbort', (request, done) => {
    end(request.raw, (span) => span.note({ 'ledgerline.aborted': true }));
    done();
  });
}
