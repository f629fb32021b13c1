import { awaitedCommands, clockNames, mailStates } from '@ledgerline/domain';
import {
  callDirections,
  callOutcomes,
  code,
  identifier,
  inUtc,
  isInstant,
  kinds,
  levels,
  replyChannels,
  returnCallDuties,
  statuses,
  timeInAddress,
  username,
  type BodyFault,
} from '@ledgerline/contracts';
import { ProblemError } from './problem.js';

type Parameters = Readonly<Record<string, string | readonly string[] | undefined>>;
type Schema = Readonly<Record<string, unknown>>;

/** How a parameter is read, undefined where it is no value of it; and what the API's document says of it, made of the same. */
export interface Parse {
  (text: string): unknown;
  readonly schema?: Schema;
}

function described(schema: Schema, parse: Parse): Parse {
  return Object.assign((text: string) => parse(text), { schema });
}

export const word = (words: readonly string[]): Parse =>
  described({ type: 'string', enum: words }, (text) => (words.includes(text) ? text : undefined));
/** Any of these, with commas between. */
export const some = (words: readonly string[]): Parse =>
  described({ type: 'array', items: { type: 'string', enum: words }, uniqueItems: true, minItems: 1 }, (text) => {
    const named = text.split(',');
    return named.every((one) => words.includes(one)) && new Set(named).size === named.length ? named : undefined;
  });
/** Fields to sort by, with commas between; `-` descends. Which of them a list goes by together, its indexes say. */
const order = (fields: readonly string[]): Parse => {
  const both = fields.flatMap((field) => [field, `-${field}`]);
  return described({ type: 'array', items: { type: 'string', enum: both }, uniqueItems: true, minItems: 1 }, (text) => {
    const named = text.split(',').map((one) => one.replace(/^-/, ''));
    return named.every((one) => fields.includes(one)) && new Set(named).size === named.length ? text : undefined;
  });
};
export const shape = (pattern: RegExp): Parse =>
  described({ type: 'string', pattern: pattern.source }, (text) => (pattern.test(text) ? text : undefined));
export const whole = (least: number, most: number): Parse =>
  described({ type: 'integer', minimum: least, maximum: most }, (text) =>
    /^\d{1,9}$/.test(text) && Number(text) >= least && Number(text) <= most ? Number(text) : undefined,
  );
export const instant: Parse = described({ type: 'string', format: 'date-time' }, (text) => {
  const time = timeInAddress(text);
  return isInstant(time) ? inUtc(time) : undefined;
});
export const truth: Parse = described({ type: 'boolean' }, (text) => ({ true: true, false: false })[text]);
/** `TIME`: up to and with it; `TIME/TIME` and `TIME/`: from the first on, up to the second (ISO 8601 intervals). */
const range: Parse = described({ type: 'string', description: 'TIME, TIME/TIME or TIME/ (ISO 8601 intervals)' }, (text) => {
  const [one = '', other, ...more] = text.split('/');
  if (more.length > 0) return undefined;
  const [from, before] =
    other === undefined ? [undefined, justAfter(one)] : [instant(one), other === '' ? latest : instant(other)];
  if (before === undefined || (other !== undefined && from === undefined)) return undefined;
  return from === undefined ? { before } : { from, before };
});
const justAfter: Parse = (text) => {
  const at = instant(text);
  return typeof at === 'string' ? inUtc(Temporal.Instant.from(at).add({ milliseconds: 1 }).toString()) : undefined;
};
const latest = '9999-12-31T23:59:59.998Z';

/** Of every list. Cursors are opaque; who made one reads it. */
export const paging = { limit: whole(1, 200), cursor: shape(/^[A-Za-z0-9_-]{1,1000}$/) };

export const listParameters: Readonly<Record<string, Parse>> = {
  status: word(statuses),
  open: truth,
  department: shape(code),
  part: word(['lead', 'co-handling']),
  handler: shape(username),
  level: word(levels),
  kind: word(kinds),
  item: shape(code),
  awaits: some(awaitedCommands),
  event: shape(identifier),
  site: shape(code),
  number: shape(/^[0-9A-Za-z-]{9,24}$/),
  customer: shape(identifier),
  phone: shape(/^[^\u0000-\u001f]{1,40}$/u),
  q: shape(/^[^\u0000-\u001f]{1,200}$/u),
  due: range,
  overdue: truth,
  held: truth,
  holder: shape(code),
  sort: order(['registeredAt', 'updatedAt', 'due', 'status', 'open']),
  ...paging,
};

/** A list of the past knows what it was filtered by then; not what was due, and not what was searched for. */
const pastListParameters: Readonly<Record<string, Parse>> = {
  at: instant,
  ...Object.fromEntries(
    ['status', 'open', 'department', 'part', 'handler', 'level', 'kind', 'item', 'site', 'limit'].map((name) => [
      name,
      listParameters[name] as Parse,
    ]),
  ),
  cursor: shape(/^\d{1,10}$/),
};
export const momentParameters: Readonly<Record<string, Parse>> = { at: instant, version: whole(1, 1_000_000), known: instant };
export const sheetParameters: Readonly<Record<string, Parse>> = {
  department: shape(code),
  part: word(['lead', 'co-handling']),
  handler: shape(username),
  clock: word(clockNames),
  level: word(levels),
  due: range,
  overdue: truth,
  held: truth,
  ...paging,
};
export const differencesParameters: Readonly<Record<string, Parse>> = { from: instant, to: instant };
export const rightsParameters: Readonly<Record<string, Parse>> = {
  at: instant,
  ...paging,
};
export const deadlinesParameters: Readonly<Record<string, Parse>> = { at: instant };
export const eventsParameters: Readonly<Record<string, Parse>> = { limit: whole(1, 200), cursor: whole(0, 100_000_000) };

export const inboxParameters: Readonly<Record<string, Parse>> = {
  unread: truth,
  ...paging,
};

export function parseInbox(query: Parameters): Record<string, unknown> {
  return parseQuery(query, inboxParameters);
}

export function parseSheet(query: Parameters): Record<string, unknown> {
  return parseQuery(query, sheetParameters);
}
/** What is searched for. */
export const words = shape(/^[^\u0000-\u001f]{1,200}$/u);

export const contactListParameters: Readonly<Record<string, Parse>> = {
  duty: word(returnCallDuties),
  outcome: word(callOutcomes),
  direction: word(callDirections),
  channel: word(replyChannels),
  customer: shape(identifier),
  phone: words,
  ...paging,
};
export const customerListParameters: Readonly<Record<string, Parse>> = {
  phone: words,
  email: words,
  account: words,
  q: words,
  ...paging,
};
export const surgeListParameters: Readonly<Record<string, Parse>> = {
  acknowledged: truth,
  ...paging,
};
export const mailListParameters: Readonly<Record<string, Parse>> = {
  state: word(mailStates),
  mailbox: shape(/^[^\s<>@]{1,200}@[^\s<>@]{1,200}$/),
  ...paging,
};
export const customerHistoryParameters: Readonly<Record<string, Parse>> = { limit: whole(1, 200) };

export const publicationsParameters: Readonly<Record<string, Parse>> = {
  limit: whole(1, 200),
  cursor: shape(/^\d{4}-[0-9T:.-]{15,25}Z_[a-z0-9]{26}$/),
};

/** A moment of one ticket: by time or by version. Both could contradict each other. */
export function parseMoment(query: Parameters): Record<string, unknown> {
  const moment = parseQuery(query, momentParameters);
  if (moment['at'] === undefined || moment['version'] === undefined) return moment;
  const errors = ['/at', '/version'].map((pointer) => ({ pointer, detail: 'one of at and version alone' }));
  throw new ProblemError({ code: 'invalid-query', errors });
}

export function parseTicketList(query: Parameters): Record<string, unknown> {
  return parseQuery(query, query['at'] === undefined ? listParameters : pastListParameters);
}

/** Parses query parameters; unknown ones are faults too, so that a typing error is not silently everything. */
export function parseQuery(query: Parameters, known: Readonly<Record<string, Parse>>): Record<string, unknown> {
  const faults: BodyFault[] = [];
  const parsed: Record<string, unknown> = {};
  for (const [name, text] of Object.entries(query)) {
    const parse = known[name];
    const value = parse && typeof text === 'string' ? parse(text) : undefined;
    if (value === undefined)
      faults.push({ pointer: `/${name}`, detail: parse ? 'is not a value of this parameter' : 'is no parameter of this call' });
    else parsed[name] = value;
  }
  if (faults.length > 0) throw new ProblemError({ code: 'invalid-query', errors: faults });
  return parsed;
}
