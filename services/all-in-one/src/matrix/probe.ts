import { ticketNumber } from '@ledgerline/domain';
import type { Answer, Ask } from './call.js';
import type { Found } from './markers.js';
import type { Asker } from './people.js';
import type { Known } from './tickets.js';

/** Things of the right shape that are not there. */
export const missing = {
  ticket: 'p0-0000000000000000000000000a',
  number: ticketNumber('2026-01-02', '00000000'),
  id: '0000000000000000000000000a',
} as const;

/** What lines are made from: the tickets, and what answers can be compared with. */
export interface World {
  readonly tickets: readonly Known[];
  readonly accountOf: (name: string) => string;
  /** Id of an improvement proposal that every ticket joined. */
  readonly proposal: string;
  /** Id of a problem that every ticket is linked to. */
  readonly problem: string;
  /** Id of a probation in quality, of somebody without an account. */
  readonly probation: string;
  /** Code of an item of equipment. */
  readonly equipment: string;
  /** Id of an announcement to quality, by whoever holds every role. */
  readonly announcement: string;
  /** Id of a roster of quality that is published. */
  readonly roster: string;
  /** Names of tickets that a work list has for somebody who sees all, by its query. */
  readonly truth: ReadonlyMap<string, readonly string[]>;
  /** A body that an operation takes, by its schema in the OpenAPI document. */
  readonly sample: (operation: string) => unknown;
  /** When every ticket was there, RFC 3339. */
  readonly now: string;
}

/** A fault, or undefined where the answer is as it has to be. */
export type Want = (answer: Answer) => string | undefined;

export interface Probe {
  readonly ask: Ask;
  readonly wants?: Want;
  /** Asked by the same asker, of what is not there: both answers have to be one and the same. */
  readonly like?: Ask;
  /** Markers that this answer may hold though the tickets that they are of do not show. */
  readonly also?: (found: Found) => boolean;
  /** What is in the answer of tickets that is not to be seen there even by those who see the tickets. */
  readonly without?: (found: Found) => boolean;
}

/** All that is asked by one asker of one operation. */
export type Line = (asker: Asker, world: World) => readonly Probe[];
export type Lines = Readonly<Record<string, Line>>;

/** @param code of the problem; undefined for any answer of this status */
export function status(wanted: number, code?: string): Want {
  return ({ status: got, text }) => {
    const found = code === undefined ? undefined : codeOf(text);
    return got === wanted && found === code
      ? undefined
      : `${got} ${codeOf(text) ?? text.slice(0, 200)} in place of ${wanted} ${code ?? ''}`;
  };
}

export function codeOf(text: string): string | undefined {
  try {
    return (JSON.parse(text) as { readonly code?: string }).code;
  } catch {
    return undefined;
  }
}

/** Who is nobody learns nothing but that: the same words, whatever was asked. */
export const notSignedIn = status(401, 'not-signed-in');
export const notAllowed = status(403, 'not-allowed');
/** Accounts and rights are nobody's in another's name. */
export const notOnBehalf = status(403, 'not-on-behalf');

export function either(one: Want, other: Want): Want {
  return (answer) => (other(answer) === undefined ? undefined : one(answer));
}

/** The version that is named is none, so that what passes everything else ends here and changes nothing. */
export const passed = status(412, 'version-mismatch');
export const changingNothing = { 'if-match': '"99999999"' } as const;

export function get(path: string, headers?: Ask['headers']): Ask {
  return { method: 'GET', path, ...(headers === undefined ? {} : { headers }) };
}

/** So that what passes changes nothing. */
export function post(path: string, body?: unknown): Ask {
  return { method: 'POST', path, ...(body === undefined ? {} : { body }), headers: changingNothing };
}
