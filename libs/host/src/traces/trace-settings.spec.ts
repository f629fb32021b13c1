import { describe, expect, test } from '@jest/globals';
import { masked, readConfiguration } from '../configuration.js';

const collector = { OTEL_EXPORTER_OTLP_ENDPOINT: 'http://collector:4318/' };
const tracesOf = (env: Readonly<Record<string, string>>) => readConfiguration(env).traces;

describe('what is told of traces by the environment', () => {
  test.each([
    [{}],
    [{ OTEL_SERVICE_NAME: 'calls', OTEL_TRACES_SAMPLER: 'always_on' }],
    [{ ...collector, OTEL_SDK_DISABLED: 'true' }],
    [{ ...collector, OTEL_TRACES_EXPORTER: 'none' }],
  ])('nobody asked for them: %j', (env) => {
    expect(tracesOf(env)).toBeUndefined();
    expect(masked(readConfiguration(env))['traces']).toBeNull();
  });

  test.each([
    [collector, 'http://collector:4318/v1/traces'],
    [{ ...collector, OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: 'https://other/traces' }, 'https://other/traces'],
    [{ OTEL_TRACES_EXPORTER: 'otlp' }, 'http://localhost:4318/v1/traces'],
  ])('where they go: %j', (env, endpoint) => {
    expect(tracesOf(env)).toMatchObject({ endpoint, sampler: 'parentbased_always_on', ratio: 1 });
  });

  test('names, sampling and what the collector wants to see', () => {
    const env = {
      ...collector,
      OTEL_SERVICE_NAME: 'calls',
      OTEL_RESOURCE_ATTRIBUTES: 'deployment.environment.name=live, team=call%20centre',
      OTEL_EXPORTER_OTLP_HEADERS: 'authorization=Bearer%20hush',
      OTEL_TRACES_SAMPLER: 'parentbased_traceidratio',
      OTEL_TRACES_SAMPLER_ARG: '0.05',
      OTEL_BSP_SCHEDULE_DELAY: '250',
      OTEL_EXPORTER_OTLP_TIMEOUT: '900',
    };
    expect(tracesOf(env)).toMatchObject({
      serviceName: 'calls',
      resource: { 'deployment.environment.name': 'live', team: 'call centre' },
      headers: { authorization: 'Bearer hush' },
      sampler: 'parentbased_traceidratio',
      ratio: 0.05,
      delay: 250,
      timeout: 900,
    });
    const shown = 'http://collector:4318/v1/traces, calls, parentbased_traceidratio 0.05, authorization: ***';
    expect(masked(readConfiguration(env))['traces']).toBe(shown);
  });

  test('an address is shown without who signs in', () => {
    const env = { OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: 'https://me:hush@collector/v1/traces' };
    expect(masked(readConfiguration(env))['traces']).toBe('https://***@collector/v1/traces, parentbased_always_on');
  });

  test.each([
    ['OTEL_TRACES_EXPORTER', 'zipkin'],
    ['OTEL_EXPORTER_OTLP_PROTOCOL', 'grpc'],
    ['OTEL_EXPORTER_OTLP_TRACES_ENDPOINT', 'collector:4317'],
    ['OTEL_TRACES_SAMPLER', 'jaeger_remote'],
    ['OTEL_TRACES_SAMPLER_ARG', '5'],
    ['OTEL_RESOURCE_ATTRIBUTES', 'team'],
    ['OTEL_BSP_MAX_QUEUE_SIZE', '0'],
  ])('%s=%s is named', (name, value) => {
    expect(() => readConfiguration({ ...collector, [name]: value })).toThrow(name);
  });

  test('a fault does not repeat a secret', () => {
    const env = { ...collector, OTEL_EXPORTER_OTLP_HEADERS: 'authorization=%E0%A4%A' };
    expect(() => readConfiguration(env)).toThrow('OTEL_EXPORTER_OTLP_HEADERS: it is written as name=value');
    expect(() => readConfiguration(env)).not.toThrow('%E0');
  });
});
