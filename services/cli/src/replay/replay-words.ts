import type { Part, Ticket } from '@ledgerline/domain';
import { isErased, type RecordedEvent } from '@ledgerline/kernel';
import { isHidden } from './personal-data.js';

export interface Replayed {
  readonly id: string;
  /** Version of the last event that was folded, and of the last there is. */
  readonly version: number;
  readonly latest: number;
  readonly ticket: Ticket;
  /** Those that were folded, where they were asked for. */
  readonly events?: readonly RecordedEvent[];
}

/** A ticket as it stood, for a person. */
export function replayWords({ id, version, latest, ticket, events }: Replayed): readonly string[] {
  const { parts, ...rest } = ticket;
  const fields = Object.entries(rest).filter(([, value]) => value !== undefined);
  const width = Math.max(...fields.map(([name]) => name.length));
  return [
    `Ticket ${ticket.number} (${id}), version ${version} of ${latest}`,
    ...fields.map(([name, value]) => `  ${name.padEnd(width)}  ${shown(value)}`),
    ...(parts.length > 0 ? ['Departments'] : []),
    ...parts.map((part) => `  ${partWords(part)}`),
    ...(events ? ['Events', ...events.flatMap(eventWords)] : []),
  ];
}

function partWords({ department, part, assignment, status, routedAt, handler }: Part): string {
  return `${assignment}. ${department} (${part}): ${status}, assigned ${routedAt}${handler === undefined ? '' : `, handler ${handler}`}`;
}

function eventWords({ version, type, data, meta }: RecordedEvent): readonly string[] {
  const { at, recordedAt, actor, onBehalfOf } = meta;
  const late = recordedAt === at ? '' : ` (written down ${recordedAt})`;
  const power = onBehalfOf === undefined ? '' : ` on behalf of ${onBehalfOf}`;
  const facts = Object.entries(data as object).map(([name, value]) => `${name}: ${shown(value)}`);
  return [`  ${version}  ${at}${late}  ${type}  by ${actor.kind} ${actor.id}${power}`, ...facts.map((fact) => `       ${fact}`)];
}

function shown(value: unknown): string {
  if (isErased(value)) return '(erased)';
  if (isHidden(value)) return '(personal; --personal shows it)';
  if (typeof value !== 'object' || value === null) return String(value);
  if (Array.isArray(value)) return value.length === 0 ? '–' : value.map(shown).join(', ');
  return Object.entries(value)
    .map(([name, member]) => `${name} ${shown(member)}`)
    .join(', ');
}
