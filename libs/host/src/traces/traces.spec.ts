import { expect, test } from '@jest/globals';
import type { OpenSpan, Traces } from './traces.js';
import { logFacts, recorded } from './traces.js';

const [trace, span] = ['0af7651916cd43dd8448eb211c80319c', 'b7ad6b7169203331'];
const during = (traceparent: string) => ({ current: () => ({ traceparent }) as OpenSpan }) as unknown as Traces;

test('a line of the log names the span in whose turn it was said', () => {
  expect(logFacts(during(`00-${trace}-${span}-00`))).toEqual({ trace_id: trace, span_id: span });
  expect(logFacts({ current: () => undefined } as unknown as Traces)).toEqual({});
  expect(logFacts(undefined)).toEqual({});
});

test('what is not recorded is not kept in events', () => {
  expect(recorded(`00-${trace}-${span}-01`)).toBe(`00-${trace}-${span}-01`);
  expect(recorded(`00-${trace}-${span}-03`)).toBe(`00-${trace}-${span}-03`);
  expect(recorded(`00-${trace}-${span}-00`)).toBeUndefined();
  expect(recorded(undefined)).toBeUndefined();
});
