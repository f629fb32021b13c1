import type { Course } from './course.js';
import type { Step, Told } from './steps.js';

/** Who took an export out, when, and of what (R7.2). */
export interface ExportStamp {
  readonly exportedBy: string;
  /** RFC 3339, UTC. */
  readonly exportedAt: string;
  readonly site: string;
  /** Up to where in the log. */
  readonly position: string;
}

const extensions = ['Concept', 'Time', 'Lifecycle', 'Organizational'] as const;
const prefixes: Readonly<Record<(typeof extensions)[number], string>> = {
  Concept: 'concept',
  Time: 'time',
  Lifecycle: 'lifecycle',
  Organizational: 'org',
};

/**
 * The head of a XES document (IEEE 1849): extensions, what every trace and event has, classifiers, and the stamp. Two exports of one
 * log differ in `exportedBy` and `exportedAt` alone.
 */
export function xesHead({ exportedBy, exportedAt, site, position }: ExportStamp): string {
  const declared = extensions.map(
    (name) =>
      ` <extension name="${name}" prefix="${prefixes[name]}" uri="http://www.xes-standard.org/${prefixes[name]}.xesext"/>`,
  );
  return `${[
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<log xes.version="2.0" xes.features="">',
    ...declared,
    ` <global scope="trace">${string('concept:name', '')}</global>`,
    ` <global scope="event">${string('concept:name', '')}${date('time:timestamp', '1970-01-01T00:00:00.000Z')}${string('lifecycle:transition', 'complete')}${string('org:resource', '')}</global>`,
    ' <classifier name="Activity" scope="event" keys="concept:name"/>',
    ' <classifier name="ActivityAndResource" scope="event" keys="concept:name org:resource"/>',
    ` ${string('lifecycle:model', 'standard')}`,
    ` ${string('exportedBy', exportedBy)}`,
    ` ${date('exportedAt', exportedAt)}`,
    ` ${string('site', site)}`,
    ` ${string('position', position)}`,
  ].join('\n')}\n`;
}

export const xesFoot = '</log>\n';

/** A case and its events. What happens to a ticket happens at one moment, so every event is the completion of its activity. */
export function xesTrace({ id, facts, steps }: Course): string {
  const attributes = Object.entries(facts).map(([name, value]) => attribute(name, value));
  return `<trace>${string('concept:name', id)}${attributes.join('')}\n${steps.map(xesEvent).join('')}</trace>\n`;
}

function xesEvent({ id, activity, at, resource, department, members }: Step): string {
  const group = department === undefined ? '' : string('org:group', department);
  const more = Object.entries(members).map(([name, value]) => attribute(name, value));
  return `<event>${string('concept:name', activity)}${date('time:timestamp', at)}${string('lifecycle:transition', 'complete')}${string('org:resource', resource)}${group}${string('eventId', id)}${more.join('')}</event>\n`;
}

function attribute(key: string, value: Told): string {
  switch (typeof value) {
    case 'boolean':
      return `<boolean key="${key}" value="${value}"/>`;
    case 'number':
      return `<int key="${key}" value="${value}"/>`;
    default:
      return string(key, value as string);
  }
}

function string(key: string, value: string): string {
  return `<string key="${key}" value="${escaped(value)}"/>`;
}

function date(key: string, value: string): string {
  return `<date key="${key}" value="${value}"/>`;
}

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', '\t': '&#9;', '\n': '&#10;', '\r': '&#13;',
}; // prettier-ignore

/** White space other than blanks would be read as blanks (XML 1.0, 3.3.3); what XML cannot hold at all becomes U+FFFD. */
function escaped(text: string): string {
  return text
    .toWellFormed()
    .replace(/[&<>"\p{Cc}\ufffe\uffff]/gu, (sign) => escapes[sign] ?? (sign < ' ' || sign > '\ufffd' ? '\ufffd' : sign));
}
