import { describe, expect, test } from '@jest/globals';
import { mkdirSync, readdirSync, readFileSync, writeFileSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { ledgerlineEvents } from '../ledgerline-events.js';
import { publicEventTypes, publicSchema, type PublicEventType } from './public-events.js';

type Schema = { readonly properties: Readonly<Record<string, unknown>>; readonly required: readonly string[] };

/** Every schema ever released, as it was then; a file here is never changed and never removed. */
const folder = join(import.meta.dirname, '..', '..', '..', '..', 'docs', 'feed', 'schemas');
const types = Object.entries(publicEventTypes) as unknown as readonly (readonly [string, PublicEventType])[];
const today = new Map(types.map(([, known]) => [known.type, publicSchema(known) as unknown as Schema]));

/** What a consumer of the released schema would miss; empty where today's events are good for it. */
export function broken(released: Schema, now: Schema | undefined): readonly string[] {
  if (!now) return ['the type is gone'];
  const changed = Object.entries(released.properties).filter(
    ([name, schema]) => JSON.stringify(now.properties[name]) !== JSON.stringify(schema),
  );
  const optional = released.required.filter((name) => !now.required.includes(name));
  return [
    ...changed.map(([name]) => `${name} is another thing, or gone`),
    ...optional.map((name) => `${name} may be missing now`),
  ];
}

/** `LEDGERLINE_RELEASE_SCHEMAS=1 npm run unit -- released-schemas` writes those that are not there yet. */
if (process.env['LEDGERLINE_RELEASE_SCHEMAS']) {
  mkdirSync(folder, { recursive: true });
  for (const [type, schema] of today)
    if (!existsSync(join(folder, `${type}.json`)))
      writeFileSync(join(folder, `${type}.json`), `${JSON.stringify(schema, undefined, 2)}\n`);
}

const released = readdirSync(folder).map(
  (file) => [file, JSON.parse(readFileSync(join(folder, file), 'utf8')) as Schema] as const,
);

describe('schemas of the public feed', () => {
  test.each(released)('%s still holds', (file, schema) => {
    expect(broken(schema, today.get(file.slice(0, -'.json'.length)))).toEqual([]);
  });

  test('every type of today is released', () => {
    expect([...today.keys()].filter((type) => !released.some(([file]) => file === `${type}.json`))).toEqual([]);
  });

  test('a type has one name, and no member that the log declares personal', () => {
    expect(today.size).toBe(types.length);
    for (const [type, { members }] of types)
      expect(Object.keys(members).filter((name) => ledgerlineEvents.definition(type).personal?.includes(name))).toEqual([]);
  });

  test('what breaks a consumer is named', () => {
    const [schema] = today.values() as unknown as [Schema];
    const { number: _gone, ...properties } = schema.properties;
    expect(broken(schema, { ...schema, properties })).toEqual(['number is another thing, or gone']);
    expect(broken(schema, { ...schema, required: [] })).toContain('number may be missing now');
    expect(broken(schema, { ...schema, properties: { ...schema.properties, more: { type: 'string' } } })).toEqual([]);
    expect(broken(schema, undefined)).toEqual(['the type is gone']);
  });
});
