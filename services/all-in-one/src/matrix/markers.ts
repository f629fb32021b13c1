import type { Sight } from './who-sees.js';

/** Words that stand nowhere but in one field of one ticket. */
export function marker(ticket: string, field: string): string {
  return `zq${ticket.replaceAll('-', '')}zq${field}zq`;
}

/** A mobile number of a ticket's caller, which nobody else has. */
export function phoneOf(place: number): string {
  return `1390000${String(place + 1_000)}`;
}

/** By what somebody would know the caller: `hidden` covers it. File names come from callers too. */
const ofTheCaller = ['callername', 'email', 'address', 'verifiedby', 'filename', 'phone'];

export interface Found {
  /** The ticket's name without hyphens. */
  readonly ticket: string;
  readonly field: string;
}

/** Every marker in a text, and every phone number that is not masked. */
export function markersIn(text: string): readonly Found[] {
  const words = [...text.matchAll(/zq([a-z0-9]+?)zq([a-z]+?)zq/gi)];
  const numbers = [...text.matchAll(/139\D{0,3}0000\D{0,3}1(\d{3})/g)];
  return [
    ...words.map(([, ticket = '', field = '']) => ({ ticket: ticket.toLowerCase(), field: field.toLowerCase() })),
    ...numbers.map(([, place]) => ({ ticket: `#${Number(place)}`, field: 'phone' })),
  ];
}

/** Whether who sees the ticket so may read this field of it. */
export function mayRead(sight: Sight | undefined, field: string): boolean {
  if (sight === undefined) return false;
  if (sight === 'hidden') return !ofTheCaller.includes(field);
  return sight === 'plain' || field !== 'phone';
}
