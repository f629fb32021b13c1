import {
  closureCodes,
  Faults,
  isProcessStep,
  kinds,
  levels,
  ticketChannels,
  type ClosureCode,
  type DocumentFault,
} from '@ledgerline/domain';
import type { CsvShape, EventMapping, Mapping, Meaning, TicketMapping } from './mapping.js';
import { MappingPlaces, pointerTo, type Members } from './mapping-places.js';
import { disambiguations, faultOfFormat, timeParser, type Disambiguation } from './time-format.js';

const code = /^[a-z][a-z0-9-]{0,39}$/;
const encodings = ['utf-8', 'gb18030', 'windows-1252'] as const;

/** The mapping that a JSON value is, or everything for which it is none, each by JSON pointer. */
export function readMapping(body: unknown): { readonly mapping: Mapping } | { readonly faults: readonly DocumentFault[] } {
  const faults = new Faults();
  const places = new MappingPlaces(faults);
  const members = places.object('', body, ['source', 'about', 'csv', 'case', 'ticket', 'events', 'activities']);
  const source = places.text('/source', members['source'], code, 'must be a code: lower-case letters, digits and dashes');
  if (members['about'] !== undefined && typeof members['about'] !== 'string') faults.add('/about', 'must be a text');
  const csv = readCsv(members['csv'], places);
  const caseId = places.template('/case', members['case']);
  const ticket = readTicket(members['ticket'], places);
  const events = readEvents(members['events'], places);
  const activities = readActivities(members['activities'], places);
  if (faults.found.length > 0) return { faults: faults.found };
  return { mapping: { source, csv, case: caseId, ticket, events, activities, columns: places.columns } };
}

function readCsv(body: unknown, places: MappingPlaces): CsvShape {
  const members = body === undefined ? {} : places.object('/csv', body, ['delimiter', 'quote', 'encoding', 'columns']);
  const { delimiter = ',', quote = '"', encoding = 'utf-8', columns } = members;
  for (const [name, sign] of Object.entries({ delimiter, quote }))
    if (typeof sign !== 'string' || !/^[^\r\n]$/u.test(sign)) places.faults.add(`/csv/${name}`, 'must be one character');
  if (delimiter === quote) places.faults.add('/csv/quote', 'must not be the delimiter');
  if (!encodings.includes(encoding as never)) places.faults.add('/csv/encoding', `must be one of ${encodings.join(', ')}`);
  const names = columns === undefined ? undefined : places.texts('/csv/columns', columns, 1_000);
  return { delimiter, quote, encoding, columns: names } as CsvShape;
}

function readTicket(body: unknown, places: MappingPlaces): TicketMapping {
  const at = '/ticket';
  const known = [
    'channel', 'kind', 'level', 'item', 'subject', 'description', 'caller', 'product', 'district', 'department', 'confidential',
  ]; // prettier-ignore
  const members = places.object(at, body, known);
  const caller =
    members['caller'] === undefined ? {} : places.object(`${at}/caller`, members['caller'], ['name', 'phone', 'email']);
  const { confidential = false } = members;
  if (typeof confidential !== 'boolean') places.faults.add(`${at}/confidential`, 'must be true or false');
  const optional = (name: 'product' | 'district' | 'department') =>
    members[name] === undefined ? undefined : places.pick(`${at}/${name}`, members[name], code);
  return {
    channel: places.pick(`${at}/channel`, members['channel'], ticketChannels),
    kind: places.pick(`${at}/kind`, members['kind'], kinds),
    level: places.pick(`${at}/level`, members['level'], levels),
    item: places.pick(`${at}/item`, members['item'], code),
    subject: places.template(`${at}/subject`, members['subject']),
    description: places.template(`${at}/description`, members['description']),
    caller: Object.fromEntries(
      Object.entries(caller).map(([name, text]) => [name, places.template(`${at}/caller/${name}`, text)]),
    ),
    product: optional('product'),
    district: optional('district'),
    department: optional('department'),
    confidential: confidential === true,
  };
}

function readEvents(body: unknown, places: MappingPlaces): readonly EventMapping[] {
  const events = places.faults.items('/events', body, 20).map(([place, event]) => readEvent(`/events/${place}`, event, places));
  if (Array.isArray(body) && body.length === 0) places.faults.add('/events', 'must have at least one');
  return events;
}

function readEvent(at: string, body: unknown, places: MappingPlaces): EventMapping {
  const members = places.object(at, body, ['activity', 'time', 'resource', 'details', 'when', 'identity']);
  const optional = (name: 'resource' | 'when' | 'identity') =>
    members[name] === undefined ? undefined : places.template(`${at}/${name}`, members[name]);
  const details = members['details'] === undefined ? [] : places.texts(`${at}/details`, members['details'], 50);
  for (const [place, column] of details.entries()) places.column(`${at}/details/${place}`, column);
  return {
    activity: places.template(`${at}/activity`, members['activity']),
    time: readTime(`${at}/time`, members['time'], places),
    resource: optional('resource'),
    details,
    when: optional('when'),
    identity: optional('identity'),
  };
}

function readTime(at: string, body: unknown, places: MappingPlaces): EventMapping['time'] {
  const members: Members = places.object(at, body, ['of', 'format', 'zone', 'disambiguation']);
  const text = places.template(`${at}/of`, members['of']);
  const { format, zone, disambiguation = 'compatible' } = members;
  if (zone !== undefined && (typeof zone !== 'string' || !isTimeZone(zone)))
    places.faults.add(`${at}/zone`, 'must be an IANA time zone');
  if (!disambiguations.includes(disambiguation as Disambiguation))
    places.faults.add(`${at}/disambiguation`, `must be one of ${disambiguations.join(', ')}`);
  const fault = typeof format === 'string' ? faultOfFormat(format, zone as string | undefined) : 'must be a text';
  if (fault !== undefined) places.faults.add(`${at}/format`, fault);
  if (places.faults.found.length > 0) return { text, parse: () => undefined };
  return { text, parse: timeParser({ format, zone, disambiguation } as Parameters<typeof timeParser>[0]) };
}

function readActivities(body: unknown, places: MappingPlaces): ReadonlyMap<string, Meaning> {
  const meanings = new Map<string, Meaning>();
  for (const [activity, meaning] of body === undefined ? [] : places.faults.members('/activities', body)) {
    const at = pointerTo('/activities', activity);
    const { closes, step } = places.object(at, meaning, ['closes', 'step']);
    if (step === undefined) {
      if (!closureCodes.includes(closes as ClosureCode))
        places.faults.add(`${at}/closes`, `must be one of ${closureCodes.join(', ')}`);
      meanings.set(activity, { closes: closes as ClosureCode });
    } else {
      if (closes !== undefined) places.faults.add(`${at}/step`, 'must not stand beside closes, which is a step of its own');
      if (typeof step !== 'string' || !isProcessStep(step))
        places.faults.add(`${at}/step`, 'must be a step of the prescribed process');
      meanings.set(activity, { step: String(step) });
    }
  }
  return meanings;
}

function isTimeZone(zone: string): boolean {
  try {
    return Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(zone).timeZoneId.length > 0;
  } catch {
    return false;
  }
}
