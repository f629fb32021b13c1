import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

type Value = { readonly stringValue?: string; readonly intValue?: number | string; readonly boolValue?: boolean };
type Attributes = readonly { readonly key: string; readonly value: Value }[];

interface SentSpan {
  readonly traceId: string;
  readonly spanId: string;
  readonly parentSpanId?: string;
  readonly name: string;
  readonly attributes?: Attributes;
  readonly links?: readonly { readonly traceId: string }[];
}

export interface SeenSpan {
  readonly trace: string;
  readonly id: string;
  readonly parent: string | undefined;
  readonly name: string;
  /** `service.name` of the process that told it. */
  readonly service: unknown;
  readonly facts: Readonly<Record<string, unknown>>;
  readonly links: readonly string[];
}

interface ResourceSpans {
  readonly resource: { readonly attributes: Attributes };
  readonly scopeSpans: readonly { readonly spans: readonly SentSpan[] }[];
}

/** Takes OTLP over HTTP as JSON, as a collector does. */
export class OtlpReceiver {
  readonly spans: SeenSpan[] = [];
  /** What was sent, word by word. */
  readonly bodies: string[] = [];

  private constructor(private readonly server: Server) {}

  static async start(): Promise<OtlpReceiver> {
    const server = createServer((request, response) => {
      const parts: Buffer[] = [];
      request.on('data', (part: Buffer) => parts.push(part));
      request.on('end', () => {
        if (request.method === 'POST' && request.url === '/v1/traces') receiver.take(Buffer.concat(parts).toString());
        response.setHeader('content-type', 'application/json').end('{}');
      });
    });
    const receiver = new OtlpReceiver(server);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return receiver;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  /** Spans of the trace that an answer names. */
  of(traceresponse: string | null): readonly SeenSpan[] {
    const trace = traceresponse?.split('-')[1];
    return this.spans.filter((span) => span.trace === trace);
  }

  private take(body: string): void {
    this.bodies.push(body);
    const { resourceSpans } = JSON.parse(body) as { readonly resourceSpans: readonly ResourceSpans[] };
    for (const { resource, scopeSpans } of resourceSpans) {
      const service = factsOf(resource.attributes)['service.name'];
      for (const span of scopeSpans.flatMap(({ spans }) => spans))
        this.spans.push({
          trace: span.traceId,
          id: span.spanId,
          parent: span.parentSpanId || undefined,
          name: span.name,
          service,
          facts: factsOf(span.attributes ?? []),
          links: (span.links ?? []).map(({ traceId }) => traceId),
        });
    }
  }
}

function factsOf(attributes: Attributes): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    attributes.map(({ key, value: { stringValue, intValue, boolValue } }) => [
      key,
      stringValue ?? (intValue === undefined ? boolValue : Number(intValue)),
    ]),
  );
}
