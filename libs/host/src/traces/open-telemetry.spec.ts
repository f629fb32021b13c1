import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { pino } from 'pino';
import { readConfiguration } from '../configuration.js';
import { openTraces } from './open-traces.js';
import type { Traces } from './traces.js';

const parent = '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01';
const unrecorded = parent.replace(/01$/, '00');
const traceOf = (traceparent: string) => traceparent.split('-')[1];
const isRecorded = (traceparent: string) => traceparent.endsWith('-01');

async function opened(env: Readonly<Record<string, string>> = {}): Promise<Traces> {
  const configuration = readConfiguration({ OTEL_EXPORTER_OTLP_ENDPOINT: 'http://127.0.0.1:1', ...env });
  return (await openTraces(configuration, ['gateway'], pino({ level: 'silent' }))) as Traces;
}

describe('spans', () => {
  let traces: Traces;
  beforeEach(async () => (traces = await opened()));
  afterEach(() => traces.close());
  const internal = { name: 'n', kind: 'internal' } as const;

  test('are a part of the one in whose turn they begin, also after a wait', async () => {
    await traces.within(internal, async (outer) => {
      await new Promise((resolve) => setTimeout(resolve, 1));
      expect(traces.current()).toBe(outer);
      expect(traceOf(traces.begin(internal).traceparent)).toBe(traceOf(outer.traceparent));
    });
    expect(traces.current()).toBeUndefined();
  });

  test('are a part of whom they are told to be, or of nothing', () => {
    traces.within(internal, (outer) => {
      expect(traceOf(traces.begin({ ...internal, parent }).traceparent)).toBe(traceOf(parent));
      const alone = traces.begin({ ...internal, parent: null, link: parent }).traceparent;
      expect([traceOf(outer.traceparent), traceOf(parent)]).not.toContain(traceOf(alone));
    });
  });

  test.each(['', 'nonsense', '00-00000000000000000000000000000000-b7ad6b7169203331-01', parent.replace(/^00/, 'ff')])(
    'a parent that is none begins a trace: %s',
    (wrong) => {
      expect(traceOf(traces.begin({ ...internal, parent: wrong }).traceparent)).not.toBe(traceOf(parent));
    },
  );

  test('what is thrown inside goes on', async () => {
    const broken = () => {
      throw new RangeError('broken');
    };
    expect(() => traces.within(internal, broken)).toThrow('broken');
    await expect(traces.within(internal, () => Promise.reject(new RangeError('broken later')))).rejects.toThrow('broken later');
    expect(traces.within(internal, () => 7)).toBe(7);
  });

  test('a collector that is away keeps no process from ending', async () => {
    traces.within(internal, () => undefined);
    const before = performance.now();
    await traces.close();
    expect(performance.now() - before).toBeLessThan(5_000);
  });
});

test.each([
  ['always_on', {}, [true, true, true]],
  ['always_off', {}, [false, false, false]],
  ['parentbased_always_on', {}, [true, true, false]],
  ['parentbased_always_off', {}, [false, true, false]],
  ['traceidratio', { OTEL_TRACES_SAMPLER_ARG: '0' }, [false, false, false]],
  ['parentbased_traceidratio', { OTEL_TRACES_SAMPLER_ARG: '0' }, [false, true, false]],
])(
  '%s records a trace of its own, a part of a recorded one, a part of another: %j',
  async (OTEL_TRACES_SAMPLER, env, expected) => {
    const traces = await opened({ OTEL_TRACES_SAMPLER, ...env });
    const begun = [null, parent, unrecorded].map((from) => traces.begin({ name: 'n', kind: 'server', parent: from }).traceparent);
    expect(begun.map(isRecorded)).toEqual(expected);
    await traces.close();
  },
);
