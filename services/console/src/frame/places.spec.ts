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

test('every page of the menu is one that has an address, and stands in it once', () => {
  const menu = readFileSync(join(services, 'console/src/frame/menu.ts'), 'utf8');
  const chosen = [...menu.matchAll(/path: '\/([a-z-]+)'/g)].map(([, path]) => String(path));
  const routed = new Set(placesIn('console/src/frame/Places.tsx', 'createBrowserRouter([', 'export function'));
  expect(chosen.length).toBeGreaterThan(15);
  expect(chosen.filter((path, place) => !routed.has(path) || chosen.indexOf(path) !== place)).toEqual([]);
});
