import { expect, test } from '@jest/globals';
import { publicEventTypes, publicEventsOf } from '@ledgerline/domain';
import { sampleCommit } from '@ledgerline/kernel/contracts';
import { Ajv } from 'ajv';
import formats from 'ajv-formats';
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { parse, stringify } from 'yaml';
import { asyncApiDocument } from './async-api.js';
import { outgoing } from './publish-feed.follower.js';

const file = join(import.meta.dirname, '..', '..', '..', '..', 'docs', 'asyncapi.yaml');
const document = asyncApiDocument();

/** `LEDGERLINE_WRITE_ASYNCAPI=1 npm run unit -- --testPathPatterns async-api` writes the file. */
if (process.env['LEDGERLINE_WRITE_ASYNCAPI'])
  writeFileSync(
    file,
    `# Made from the code: services/gateway/src/feed/async-api.ts\n${stringify(document, { aliasDuplicateObjects: false, lineWidth: 150 })}`,
  );

test('docs/asyncapi.yaml is what the code says', () => {
  expect(parse(readFileSync(file, 'utf8'))).toEqual(document);
});

test('it is AsyncAPI 3.0, by the published schema', () => {
  const load = createRequire(import.meta.url);
  const schema = load('@asyncapi/specs/schemas/3.0.0-without-$id.json') as object;
  const ajv = new Ajv({ strict: false, allErrors: true, validateFormats: false });
  const isValid = ajv.compile(schema);
  expect([isValid(document), isValid.errors ?? []]).toEqual([true, []]);
  expect(isValid({ ...document, channels: { bad: { address: 1 } } })).toBe(false);
});

test('every reference leads somewhere, and every type has a channel of its own', () => {
  const references = [...JSON.stringify(document).matchAll(/"\$ref":"#\/([^"]+)"/g)].map(([, path]) => String(path));
  const found = (path: string) =>
    path.split('/').reduce<unknown>((value, name) => (value as Record<string, unknown> | undefined)?.[name], document);
  expect(references.filter((path) => found(path) === undefined)).toEqual([]);
  const channels = Object.values(document['channels'] as Record<string, { readonly address: string }>);
  const expected = Object.values(publicEventTypes).map(({ type }) => `feed.{site}.${type}`);
  expect(channels.map(({ address }) => address)).toEqual(expect.arrayContaining(expected));
});

test('what is published keeps to it', () => {
  const commit = sampleCommit('ticket.t1');
  const text = commit.text.replace('"type":"contract.happened"', '"type":"TicketAnswered"');
  const [event] = publicEventsOf({ ...commit, text, position: 'main.1a.1' as never }, 'main');
  const { attributes } = outgoing(event as never);
  const ajv = new Ajv({ strict: false });
  (formats as unknown as (made: Ajv) => void)(ajv);
  const { Attributes, CloudEvent } = (document['components'] as { schemas: Record<string, object> }).schemas;
  expect([ajv.validate(Attributes as object, attributes), ajv.errors]).toEqual([true, null]);
  expect([ajv.validate(CloudEvent as object, event), ajv.errors]).toEqual([true, null]);
});
