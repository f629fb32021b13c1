/** A span that is to begin: what is done, and what made it begin. Attributes never hold what people said, who they are, or secrets. */
export interface SpanToBe {
  /** Of few kinds: never with an id in it. */
  readonly name: string;
  readonly kind: 'server' | 'client' | 'consumer' | 'internal';
  readonly attributes?: SpanFacts;
  /** W3C `traceparent` of what it is a part of; null: of nothing. What is being done in this span's turn unless given. */
  readonly parent?: string | null | undefined;
  /** `traceparent` of what it has to do with without being a part of it. */
  readonly link?: string | undefined;
}

export type SpanFacts = Readonly<Record<string, string | number | boolean>>;

/** A span that has begun. */
export interface OpenSpan {
  /** W3C `traceparent` by which others become a part of it; its last flag says whether it is recorded. */
  readonly traceparent: string;
  /** Does work in its turn: spans that begin there are a part of it, and the log names it. */
  run<Result>(work: () => Result): Result;
  note(facts: SpanFacts): void;
  /** @param kind the name of what went wrong, never its words */
  failed(kind: string): void;
  end(): void;
}

/** Traces of this process (ADR 0046). Whoever has none to tell has no `Traces` either, and pays nothing. */
export interface Traces {
  begin(span: SpanToBe): OpenSpan;
  /** A span around work, which has ended once the work has; what the work throws marks it and goes on. */
  within<Result>(span: SpanToBe, work: (span: OpenSpan) => Result): Result;
  /** The span in whose turn this is called. */
  current(): OpenSpan | undefined;
  /** What is ended and not told yet is told now, for as long as that takes; at most two seconds. */
  close(): Promise<void>;
}

/** A `traceparent` that says that it is recorded; undefined for another one. */
export function recorded(traceparent: string | undefined): string | undefined {
  return traceparent !== undefined && (Number.parseInt(traceparent.slice(-2), 16) & 1) === 1 ? traceparent : undefined;
}

/** How a log line names the span that it belongs to: OpenTelemetry's names for logs that are not its own. */
export function logFacts(traces: Traces | undefined): { readonly trace_id?: string; readonly span_id?: string } {
  const [, trace, span] = traces?.current()?.traceparent.split('-') ?? [];
  return trace === undefined || span === undefined ? {} : { trace_id: trace, span_id: span };
}
