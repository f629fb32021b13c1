import { expect, test } from '@jest/globals';
import { xesTrace } from './xes.js';

test('what XML has words of its own for is written so that it comes back, and what it cannot hold is replaced', () => {
  const step = {
    id: 'e',
    version: 1,
    at: '2026-03-02T00:00:00.000Z',
    resource: 'a"b',
    members: { publishable: true, service: 4 },
  };
  const text = xesTrace({
    id: 't<&>',
    facts: { number: 'a\tb\nc' },
    steps: [{ ...step, activity: `x\u0001${String.fromCharCode(0xd800)}😀\ufffey` }],
  });
  expect(text).toContain('<string key="concept:name" value="t&lt;&amp;&gt;"/><string key="number" value="a&#9;b&#10;c"/>');
  expect(text).toContain('value="a&quot;b"');
  expect(text).toContain('value="x\ufffd\ufffd😀\ufffdy"');
  expect(text).toContain('<boolean key="publishable" value="true"/><int key="service" value="4"/>');
});
