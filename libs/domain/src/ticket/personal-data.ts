import { isErased } from '@ledgerline/kernel';
import { wordsOfCaller } from '../authority/identity-words.js';
import type { Ticket } from './ticket.js';

/** Numbers that belong to one person: mobile telephones and identity cards of China (GB 11643: 17 digits and a check symbol). */
const general = {
  'mobile-number': /(?<!\d)1[3-9]\d{9}(?!\d)/u,
  'identity-card': /(?<!\d)[1-9]\d{16}[\dXx](?!\d)/u,
} as const;

/** What of a text is personal: this caller's name, phone, e-mail and address, who it is about, and anybody's numbers. */
export function personalDataIn(text: string, { caller, location, aboutPerson }: Ticket): readonly string[] {
  const plain = text.normalize('NFKC');
  const words = isErased(caller) ? [] : wordsOfCaller(caller);
  const address = location === undefined || isErased(location) ? undefined : location.address;
  return [
    ...words.filter(({ pattern }) => plain.search(pattern) >= 0).map(({ of }) => of),
    ...(isPart(address, plain) ? ['address'] : []),
    ...(isPart(aboutPerson, plain) ? ['about-person'] : []),
    ...Object.entries(general).flatMap(([name, pattern]) => (pattern.test(plain.replaceAll(/[ -]/g, '')) ? [name] : [])),
  ];
}

function isPart(words: unknown, text: string): boolean {
  return typeof words === 'string' && words.trim().length > 1 && text.includes(words.normalize('NFKC').trim());
}
