import { diag, DiagLogLevel, ROOT_CONTEXT, trace, type Context, type Link, type Tracer } from '@opentelemetry/api';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { resourceFromAttributes } from '@opentelemetry/resources';
import { BatchSpanProcessor, TracerProvider } from '@opentelemetry/sdk-trace';
import { AsyncLocalStorage } from 'node:async_hooks';
import { randomUUID } from 'node:crypto';
import type { Logger } from 'pino';
import { samplerFor } from './sampler-for.js';
import { SpanInTurn, spanKinds, spanContextOf } from './span-in-turn.js';
import type { TraceSettings } from './trace-settings.js';
import type { OpenSpan, SpanFacts, SpanToBe, Traces } from './traces.js';

/** Milliseconds for what is left to tell when the process ends; it has ten seconds for all that it has to finish. */
const lastWords = 2_000;

/**
 * Traces by OpenTelemetry, over OTLP/HTTP. Nothing of it is global but the words of its own faults: several in one process do not
 * meet. This module is loaded where traces are asked for, and nowhere else.
 */
export class OpenTelemetry implements Traces {
  private readonly turns = new AsyncLocalStorage<SpanInTurn>();

  private constructor(
    private readonly provider: TracerProvider,
    private readonly tracer: Tracer,
  ) {}

  static open(settings: TraceSettings & { readonly serviceName: string }, facts: SpanFacts, log: Logger): OpenTelemetry {
    const { endpoint, headers, timeout, delay, queue, serviceName } = settings;
    const exporter = new OTLPTraceExporter({ url: endpoint, headers: { ...headers }, timeoutMillis: timeout });
    const warned = (message: string, ...more: unknown[]) => log.warn({ said: more.map(String) }, `traces: ${message}`);
    const silent = () => undefined;
    const logger = { error: warned, warn: warned, info: silent, debug: silent, verbose: silent };
    diag.setLogger(logger, { logLevel: DiagLogLevel.WARN, suppressOverrideMessage: true });
    const provider = new TracerProvider({
      sampler: samplerFor(settings),
      resource: resourceFromAttributes({
        'service.instance.id': randomUUID(),
        ...facts,
        ...settings.resource,
        'service.name': serviceName,
      }),
      spanProcessors: [
        new BatchSpanProcessor({
          exporter,
          scheduledDelayMillis: delay,
          exportTimeoutMillis: timeout,
          maxQueueSize: queue,
          maxExportBatchSize: Math.min(512, queue),
        }),
      ],
    });
    return new OpenTelemetry(provider, provider.getTracer('ledgerline'));
  }

  begin({ name, kind, attributes = {}, parent, link }: SpanToBe): OpenSpan {
    const linked = link === undefined ? undefined : spanContextOf(link);
    const links: Link[] = linked === undefined ? [] : [{ context: linked }];
    const options = { kind: spanKinds[kind], attributes, links };
    return new SpanInTurn(this.tracer.startSpan(name, options, this.contextFor(parent)), this.turns);
  }

  within<Result>(span: SpanToBe, work: (span: OpenSpan) => Result): Result {
    const open = this.begin(span);
    const broke = (error: unknown): never => {
      open.failed(error instanceof Error ? error.name : 'Error');
      open.end();
      throw error;
    };
    let result: Result;
    try {
      result = open.run(() => work(open));
    } catch (error) {
      return broke(error);
    }
    const over = (value: unknown) => {
      open.end();
      return value;
    };
    return (result instanceof Promise ? result.then(over, broke) : over(result)) as Result;
  }

  current(): OpenSpan | undefined {
    return this.turns.getStore();
  }

  async close(): Promise<void> {
    const { promise, resolve } = Promise.withResolvers<void>();
    const patience = setTimeout(resolve, lastWords);
    // What could not be told is said by the exporter itself; the process ends all the same.
    await Promise.race([this.provider.shutdown().catch(() => undefined), promise]);
    clearTimeout(patience);
  }

  private contextFor(parent: string | null | undefined): Context {
    if (parent === undefined) return this.turns.getStore()?.context ?? ROOT_CONTEXT;
    const remote = parent === null ? undefined : spanContextOf(parent);
    return remote === undefined ? ROOT_CONTEXT : trace.setSpanContext(ROOT_CONTEXT, remote);
  }
}
