/** Where traces go, and which; read from OpenTelemetry's own environment variables. */
export interface TraceSettings {
  /** The whole address, with `/v1/traces`. */
  readonly endpoint: string;
  /** What the collector wants to see with each call: secrets. */
  readonly headers: Readonly<Record<string, string>>;
  /** Undefined: by the services that the process runs. */
  readonly serviceName: string | undefined;
  readonly resource: Readonly<Record<string, string>>;
  readonly sampler: Sampler;
  /** Of all traces, for the samplers by ratio. */
  readonly ratio: number;
  /** Milliseconds that a call of the collector may take; and between two of them. */
  readonly timeout: number;
  readonly delay: number;
  /** Spans kept until they are told; those beyond are dropped. */
  readonly queue: number;
}

const samplers = [
  'always_on',
  'always_off',
  'traceidratio',
  'parentbased_always_on',
  'parentbased_always_off',
  'parentbased_traceidratio',
] as const;
export type Sampler = (typeof samplers)[number];

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Undefined where nobody asked for traces: they are asked for by an address (OTEL_EXPORTER_OTLP_ENDPOINT or …_TRACES_ENDPOINT) or by
 * OTEL_TRACES_EXPORTER=otlp, and OTEL_SDK_DISABLED=true or OTEL_TRACES_EXPORTER=none says no whatever else is set.
 * Names and meanings: opentelemetry.io, "Environment Variable Specification" and "OTLP Exporter Configuration".
 */
export function readTraces(env: Environment, faults: string[]): TraceSettings | undefined {
  const exporter = env['OTEL_TRACES_EXPORTER'] || undefined;
  const base = env['OTEL_EXPORTER_OTLP_ENDPOINT'] || undefined;
  const own = env['OTEL_EXPORTER_OTLP_TRACES_ENDPOINT'] || undefined;
  if (exporter !== undefined && !['otlp', 'none'].includes(exporter))
    faults.push(`OTEL_TRACES_EXPORTER is "${exporter}"; it can be otlp, none`);
  if (env['OTEL_SDK_DISABLED']?.toLowerCase() === 'true' || exporter === 'none') return undefined;
  if (exporter === undefined && base === undefined && own === undefined) return undefined;
  const protocol = env['OTEL_EXPORTER_OTLP_TRACES_PROTOCOL'] || env['OTEL_EXPORTER_OTLP_PROTOCOL'] || 'http/json';
  if (protocol !== 'http/json') faults.push(`OTEL_EXPORTER_OTLP_PROTOCOL is "${protocol}"; it can be http/json`);
  const endpoint = own ?? `${(base ?? 'http://localhost:4318').replace(/\/$/, '')}/v1/traces`;
  if (!/^https?:$/.test(URL.parse(endpoint)?.protocol ?? ''))
    faults.push(`OTEL_EXPORTER_OTLP_${own === undefined ? '' : 'TRACES_'}ENDPOINT has to be an address as http://collector:4318`);
  const whole = (name: string, otherwise: number): number => {
    const text = env[name] || String(otherwise);
    if (!/^[1-9]\d{0,6}$/.test(text)) faults.push(`${name} is "${text}"; it is a whole number from 1 up to 9999999`);
    return Number(text);
  };
  const timeout = env['OTEL_EXPORTER_OTLP_TRACES_TIMEOUT'] ? 'OTEL_EXPORTER_OTLP_TRACES_TIMEOUT' : 'OTEL_EXPORTER_OTLP_TIMEOUT';
  return {
    endpoint,
    headers: pairs(env, env['OTEL_EXPORTER_OTLP_TRACES_HEADERS'] ? headersOfTraces : headersOfAll, faults),
    serviceName: env['OTEL_SERVICE_NAME'] || undefined,
    resource: pairs(env, 'OTEL_RESOURCE_ATTRIBUTES', faults),
    ...samplerOf(env, faults),
    timeout: whole(timeout, 10_000),
    delay: whole('OTEL_BSP_SCHEDULE_DELAY', 5_000),
    queue: whole('OTEL_BSP_MAX_QUEUE_SIZE', 2_048),
  };
}

const headersOfAll = 'OTEL_EXPORTER_OTLP_HEADERS';
const headersOfTraces = 'OTEL_EXPORTER_OTLP_TRACES_HEADERS';

function samplerOf(env: Environment, faults: string[]): { readonly sampler: Sampler; readonly ratio: number } {
  const sampler = (env['OTEL_TRACES_SAMPLER'] || 'parentbased_always_on') as Sampler;
  if (!samplers.includes(sampler)) faults.push(`OTEL_TRACES_SAMPLER is "${sampler}"; it can be ${samplers.join(', ')}`);
  const text = env['OTEL_TRACES_SAMPLER_ARG'] || '1';
  const ratio = Number(text);
  if (!(ratio >= 0 && ratio <= 1)) faults.push(`OTEL_TRACES_SAMPLER_ARG is "${text}"; it is a number from 0 to 1`);
  return { sampler, ratio };
}

/** `a=1,b=two%20words`. A fault never repeats what was given: headers are secrets. */
function pairs(env: Environment, name: string, faults: string[]): Readonly<Record<string, string>> {
  const listed = (env[name] ?? '').split(',').map((text) => text.trim());
  const found = listed.filter((one) => one !== '').map(pair);
  if (found.includes(undefined)) faults.push(`${name}: it is written as name=value,other=value`);
  return Object.fromEntries(found.filter((one) => one !== undefined));
}

function pair(text: string): readonly [string, string] | undefined {
  const [, name, value = ''] = /^([^=\s]+)\s*=(.*)$/.exec(text) ?? [];
  try {
    return name === undefined ? undefined : [name, decodeURIComponent(value.trim())];
  } catch {
    return undefined;
  }
}

/** As it may be shown. */
export function maskedTraces({ endpoint, headers, serviceName, sampler, ratio }: TraceSettings): string {
  const address = endpoint.replace(/^(https?:\/\/).*@/s, '$1***@');
  const chosen = sampler.endsWith('traceidratio') ? `${sampler} ${ratio}` : sampler;
  const shown = [address, serviceName, chosen, ...Object.keys(headers).map((name) => `${name}: ***`)];
  return shown.filter((part) => part !== undefined).join(', ');
}
