import type { Bus } from '@ledgerline/kernel';
import type { OpenSpan, Traces } from './traces.js';

/**
 * The bus with spans around what is asked and what is answered; the one who answers is a part of the one who asks, in whichever
 * process. A query that nobody's request asked for (a loop that looks again) begins no trace of its own.
 */
export function tracedBus(bus: Bus, traces: Traces): Bus {
  return {
    request: (subject, payload, options) => {
      if (traces.current() === undefined && !isCommand(payload)) return bus.request(subject, payload, options);
      return traces.within({ name: `ask ${callOf(subject)}`, kind: 'client' }, async (span) => {
        const reply = await bus.request<never>(subject, payload, { ...options, trace: span.traceparent });
        noteProblem(reply, span);
        return reply;
      });
    },
    serve: (subject, group, handler) =>
      bus.serve(subject, group, (payload, context) =>
        context.trace === undefined
          ? handler(payload, context)
          : traces.within({ name: `answer ${callOf(subject)}`, kind: 'server', parent: context.trace }, async (span) => {
              const reply = await handler(payload, context);
              noteProblem(reply, span);
              return reply;
            }),
      ),
    tell: (subject, payload) => bus.tell(subject, payload),
    hear: (subject, listener) => bus.hear(subject, listener),
    drain: () => bus.drain(),
  };
}

/** `service.call`, without site. */
function callOf(subject: string): string {
  return subject.split('.').slice(2).join('.');
}

function isCommand(payload: unknown): boolean {
  return typeof payload === 'object' && payload !== null && 'command' in payload;
}

/** A refusal is an answer like others; its name is one of a fixed list. */
function noteProblem(reply: unknown, span: OpenSpan): void {
  const { kind, code } = (reply ?? {}) as { readonly kind?: unknown; readonly code?: unknown };
  if (kind === 'problem') span.note({ 'ledgerline.problem': String(code) });
}
