import { describe, expect, test } from '@jest/globals';
import { masked, readConfiguration } from './configuration.js';
import { readMailServer } from './mail-server-settings.js';

const publicUrl = { LEDGERLINE_PUBLIC_URL: 'https://calls.example.com' };
const read = (text: string, env: Readonly<Record<string, string>> = publicUrl) => {
  const faults: string[] = [];
  return { server: readMailServer({ ...env, LEDGERLINE_MAIL_SERVER: text }, faults), faults };
};

describe('LEDGERLINE_MAIL_SERVER', () => {
  test('names the server, and from whom mails are', () => {
    expect(read('smtps://Service%40example.com:p%40ss@smtp.example.com?name=Service%20centre')).toEqual({
      faults: [],
      server: {
        scheme: 'smtps', host: 'smtp.example.com', port: 465, user: 'Service@example.com', password: 'p@ss', from: 'service@example.com', name: 'Service centre',
      },
    }); // prettier-ignore
    expect(read('smtp://127.0.0.1:2525?from=a@b.c').server).toMatchObject({
      scheme: 'smtp',
      port: 2525,
      user: '',
      from: 'a@b.c',
    });
    expect(read('')).toEqual({ server: undefined, faults: [] });
  });

  test.each([
    ['http://a%40b.c:secret@host', /written as smtps:/],
    ['smtps://nobody:secret@host', /from has to be an address/],
    ['smtps://a%40b.c:se%zzcret@host', /hexadecimal/],
  ])('refuses %s, and does not repeat the password', (text, fault) => {
    const { faults } = read(text);
    expect(faults.join('\n')).toMatch(fault);
    expect(faults.join('\n')).not.toMatch(/se(?:%zz)?cret/);
  });

  test('is nothing without the address that mails name', () => {
    expect(read('smtps://a%40b.c:x@host', {}).faults.join()).toMatch(/LEDGERLINE_PUBLIC_URL/);
  });

  test('is shown without name and password', () => {
    const env = { ...publicUrl, LEDGERLINE_MAIL_SERVER: 'smtps://user:secret@host?from=a@b.c&name=Us' };
    expect(masked(readConfiguration(env))['mailServer']).toBe('smtps://***@host:465?from=a@b.c&name=Us');
  });
});
