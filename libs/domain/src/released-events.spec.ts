import { describe, expect, test } from '@jest/globals';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { ledgerlineEvents } from './ledgerline-events.js';

/** A member of an event's data: what it is (every word, where it is one of some), whether it may be missing, whether it is sealed. */
interface Member {
  readonly is: string | readonly string[];
  readonly optional?: true;
  readonly personal?: true;
}
type Members = Readonly<Record<string, Member>>;
/** By wire name and schema number. */
type Events = Readonly<Record<string, Members>>;

/**
 * Every event that a released log may hold, as it was written. A line of this file is never changed and never removed: streams are folded for ever.
 * `LEDGERLINE_RELEASE_EVENTS=1 npm run unit -- --testPathPatterns released-events` adds what is new.
 */
const file = join(import.meta.dirname, '..', '..', '..', 'docs', 'events.json');
const today = eventsOfToday();
const before: Events = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Events) : {};
if (process.env['LEDGERLINE_RELEASE_EVENTS']) writeFileSync(file, textOf(sorted(withNew(before))));
const released = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Events) : {};

/** What the code of today could not read, or would read as something else, of what a released one has written. */
function broken(then: Members, now: Members | undefined): readonly string[] {
  if (now === undefined) return ['the event is gone'];
  const changed = Object.entries(then).flatMap(([name, member]) => {
    const found = now[name];
    if (found === undefined) return [`${name} is gone`];
    const faults = isWithin(member.is, found.is) ? [] : [`${name} is another thing`];
    if (found.personal !== member.personal) faults.push(`${name} is ${member.personal ? 'personal no more' : 'personal now'}`);
    if (member.optional && !found.optional) faults.push(`${name} was missing at times`);
    return faults;
  });
  const added = Object.entries(now).flatMap(([name, { optional }]) =>
    name in then || optional ? [] : [`${name} was not there`],
  );
  return [...changed, ...added];
}

function isWithin(then: Member['is'], now: Member['is']): boolean {
  if (typeof then === 'string' || typeof now === 'string')
    return JSON.stringify(then) === JSON.stringify(now) || now === 'string';
  return then.every((word) => now.includes(word));
}

/** A line an event, so that a change shows as one. */
function textOf(events: Events): string {
  const lines = Object.entries(events).map(([name, members]) => ` ${JSON.stringify(name)}: ${JSON.stringify(members)}`);
  return `{\n${lines.join(',\n')}\n}\n`;
}

/** Of those that are there already, the members that were added since. */
function withNew(kept: Events): Events {
  return Object.fromEntries(
    Object.entries({ ...today, ...kept }).map(([name, members]) => [name, { ...today[name], ...members }]),
  );
}

function sorted<Of>(members: Readonly<Record<string, Of>>): Readonly<Record<string, Of>> {
  return Object.fromEntries(Object.entries(members).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** From the types themselves: interfaces whose name ends with `Events` have a member a wire name. */
function eventsOfToday(): Events {
  const root = join(import.meta.dirname, '..', '..', '..', 'tsconfig.base.json');
  const { options } = ts.parseJsonConfigFileContent(
    ts.readConfigFile(root, (path) => ts.sys.readFile(path)).config,
    ts.sys,
    join(root, '..'),
  );
  const program = ts.createProgram([join(import.meta.dirname, 'index.ts')], { ...options, types: [] });
  const checker = program.getTypeChecker();
  const found = new Map<string, ts.Type>();
  for (const source of program.getSourceFiles().filter(({ fileName }) => fileName.includes('/libs/domain/src/')))
    ts.forEachChild(source, (node) => {
      if (!ts.isInterfaceDeclaration(node) || !node.name.text.endsWith('Events')) return;
      for (const member of checker.getTypeAtLocation(node).getProperties())
        found.set(member.name, checker.getTypeOfSymbol(member));
    });
  return sorted(Object.fromEntries(ledgerlineEvents.definitions.map(({ type, schema, personal = [] }) => {
    const data = found.get(type);
    if (data === undefined) throw new Error(`no type tells what ${type} holds`);
    return [`${type}/${schema}`, sorted(Object.fromEntries(data.getProperties().map((member) => [member.name, memberOf(member, personal, checker)])))];
  }))); // prettier-ignore
}

function memberOf(member: ts.Symbol, personal: readonly string[], checker: ts.TypeChecker): Member {
  return {
    is: wordsOf(checker.getNonNullableType(checker.getTypeOfSymbol(member)), checker),
    ...(member.flags & ts.SymbolFlags.Optional ? { optional: true as const } : {}),
    ...(personal.includes(member.name) ? { personal: true as const } : {}),
  };
}

function wordsOf(type: ts.Type, checker: ts.TypeChecker): Member['is'] {
  if (type.isUnion() && type.types.every((one) => one.isStringLiteral()))
    return type.types.map((one) => (one as ts.StringLiteralType).value).sort();
  if (type.isStringLiteral()) return [type.value];
  return checker.typeToString(type, undefined, ts.TypeFormatFlags.NoTruncation).replaceAll('readonly ', '');
}

describe('events of the log', () => {
  test.each(Object.entries(released))('%s can be read as it was written', (name, members) => {
    expect(broken(members, today[name])).toEqual([]);
  });

  test('are released, with every member (else: LEDGERLINE_RELEASE_EVENTS=1, as above)', () => {
    expect(sorted(withNew(released))).toEqual(sorted(released));
    expect(Object.keys(released).length).toBeGreaterThan(100);
  });

  test('that would be read as something else are named', () => {
    const then: Members = {
      code: { is: ['a', 'b'] },
      text: { is: 'string', personal: true },
      more: { is: 'number', optional: true },
    };
    expect(broken(then, { ...then, code: { is: ['a', 'b', 'c'] }, other: { is: 'string', optional: true } })).toEqual([]);
    expect(broken(then, undefined)).toEqual(['the event is gone']);
    expect(broken(then, { ...then, code: { is: ['a'] } })).toEqual(['code is another thing']);
    expect(broken(then, { ...then, text: { is: 'string' } })).toEqual(['text is personal no more']);
    expect(broken(then, { ...then, more: { is: 'number' } })).toEqual(['more was missing at times']);
    expect(broken(then, { code: { is: ['a', 'b'] }, more: { is: 'number', optional: true }, new: { is: 'string' } })).toEqual(['text is gone', 'new was not there']); // prettier-ignore
  });
});
