import {
  isSpanContextValid,
  ROOT_CONTEXT,
  SpanKind,
  SpanStatusCode,
  trace,
  type Context,
  type Span,
  type SpanContext,
} from '@opentelemetry/api';
import type { AsyncLocalStorage } from 'node:async_hooks';
import type { OpenSpan, SpanFacts, SpanToBe } from './traces.js';

export const spanKinds: Readonly<Record<SpanToBe['kind'], SpanKind>> = {
  server: SpanKind.SERVER,
  client: SpanKind.CLIENT,
  consumer: SpanKind.CONSUMER,
  internal: SpanKind.INTERNAL,
};

/** A span of OpenTelemetry's, and the turn in which others become a part of it. */
export class SpanInTurn implements OpenSpan {
  readonly context: Context;

  constructor(
    private readonly span: Span,
    private readonly turns: AsyncLocalStorage<SpanInTurn>,
  ) {
    this.context = trace.setSpan(ROOT_CONTEXT, span);
  }

  get traceparent(): string {
    const { traceId, spanId, traceFlags } = this.span.spanContext();
    return `00-${traceId}-${spanId}-${traceFlags.toString(16).padStart(2, '0')}`;
  }

  run<Result>(work: () => Result): Result {
    return this.turns.run(this, work);
  }

  note(facts: SpanFacts): void {
    this.span.setAttributes(facts);
  }

  failed(kind: string): void {
    this.span.setAttribute('error.type', kind);
    this.span.setStatus({ code: SpanStatusCode.ERROR });
  }

  end(): void {
    this.span.end();
  }
}

/** Of a W3C `traceparent` (Trace Context, 3.2); undefined where it is none. */
export function spanContextOf(traceparent: string): SpanContext | undefined {
  const [, version, traceId = '', spanId = '', flags = ''] = traceParts.exec(traceparent) ?? [];
  const found = { traceId, spanId, traceFlags: Number.parseInt(flags, 16) & 1, isRemote: true };
  return version === 'ff' || !isSpanContextValid(found) ? undefined : found;
}

const traceParts = /^([0-9a-f]{2})-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})$/;
