import { describe, expect, test } from '@jest/globals';
import { masked, readConfiguration } from './configuration.js';
import { readMailboxes } from './mailbox-settings.js';

const read = (text: string) => {
  const faults: string[] = [];
  return { mailboxes: readMailboxes({ LEDGERLINE_MAILBOXES: text }, faults), faults };
};

describe('LEDGERLINE_MAILBOXES', () => {
  test('names mailboxes, each with what its mails are registered as', () => {
    const given =
      'imaps://Service%40example.com:p%40ss%20w@imap.example.com imap://two:x@127.0.0.1:1143/Open/In?address=Two@example.com&kind=complaint&item=fault&level=important';
    expect(read(given)).toEqual({
      faults: [],
      mailboxes: [
        {
          address: 'service@example.com', scheme: 'imaps', host: 'imap.example.com', port: 993, user: 'Service@example.com', password: 'p@ss w',
          folder: 'INBOX', kind: 'other', item: 'other', level: 'general',
        },
        {
          address: 'two@example.com', scheme: 'imap', host: '127.0.0.1', port: 1143, user: 'two', password: 'x', folder: 'Open/In',
          kind: 'complaint', item: 'fault', level: 'important',
        },
      ],
    }); // prettier-ignore
    expect(read('').mailboxes).toEqual([]);
  });

  test.each([
    ['pop3://a%40b.c:secret@host', /written as imaps:/],
    ['imaps://host', /written as imaps:/],
    ['imaps://nobody:secret@host', /address has to match/],
    ['imaps://a%40b.c:secret@host?level=urgent', /level has to match/],
    ['imaps://a%40b.c:se%zzcret@host', /hexadecimal/],
    ['imaps://a%40b.c:secret@host imaps://x:secret@other?address=A@b.c', /names a@b.c twice/],
  ])('refuses %s, and does not repeat the password', (text, fault) => {
    const { faults } = read(text);
    expect(faults.join('\n')).toMatch(fault);
    expect(faults.join('\n')).not.toMatch(/se(?:%zz)?cret/);
  });

  test('is shown without names and passwords', () => {
    const shown = JSON.stringify(masked(readConfiguration({ LEDGERLINE_MAILBOXES: 'imaps://a%40b.c:secret@host/INBOX' })));
    expect(shown).toContain('imaps://***@host:993/INBOX?address=a@b.c');
    expect(shown).not.toContain('secret');
  });
});
