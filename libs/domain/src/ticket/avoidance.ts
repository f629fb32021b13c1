import { isErased, type Personal } from '@ledgerline/kernel';
import type { Ticket } from './ticket.js';

/**
 * R2.3 (回避): the caller complains of this person, named in their own words, as `售后的李明` for 李明. A name that stands in what
 * they said is enough: somebody else can do the work, while a complaint in the hands of whom it is about does harm.
 */
export function isAbout(
  { aboutPerson }: Pick<Ticket, 'aboutPerson'>,
  { name, username }: { readonly name: Personal<string>; readonly username: Personal<string> },
): boolean {
  if (aboutPerson === undefined || isErased(aboutPerson)) return false;
  const said = bare(aboutPerson);
  const own = isErased(name) ? '' : bare(name);
  if (own.length >= 2 && said.includes(own)) return true;
  return !isErased(username) && words(aboutPerson).includes(username.toLowerCase());
}

function bare(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, '');
}

function words(text: string): readonly string[] {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .split(/[^a-z0-9._-]+/);
}
