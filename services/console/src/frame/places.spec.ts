import { expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const services = join(import.meta.dirname, '..', '..', '..');
const placesIn = (file: string, from: string, to: string): readonly string[] => {
  const source = readFileSync(join(services, file), 'utf8');
  const part = source.slice(source.indexOf(from), source.indexOf(to, source.indexOf(from)));
  return [...part.matchAll(/'([a-z-]*(?:\/:?[a-z-]+)*)'/g)].map(([, place]) => String(place));
};

test('every page that has an address can be opened by it: the gateway serves the console there', () => {
  const routed = placesIn('console/src/frame/Places.tsx', 'createBrowserRouter([', 'export function').filter(
    (place) => place !== '',
  );
  const served = new Set(placesIn('gateway/src/console.controller.ts', 'const places', '];'));
  expect(routed.length).toBeGreaterThan(20);
  expect(routed.filter((place) => !place.startsWith('/') && !served.has(place))).toEqual([]);
});
