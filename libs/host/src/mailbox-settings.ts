import type { ImapSettings } from '@ledgerline/adapter-mail';

/** A mailbox that mails are read from, and what its mails are registered as until somebody classifies them; with a mail's Message-ID its address says what arrived once. */
export interface MailboxSettings extends ImapSettings {
  readonly kind: string;
  readonly item: string;
  readonly level: string;
}

const example = 'imaps://user:password@imap.example.com/INBOX?address=service@example.com';
const ports = { imaps: 993, imap: 143 } as const;
const code = /^[a-z][a-z0-9-]{0,39}$/;

/**
 * `LEDGERLINE_MAILBOXES`: addresses of mailboxes, with blanks between. What of a name or password stands for something else in an address is written
 * with `%`. A fault never repeats what was given: it holds a password.
 */
export function readMailboxes(env: Readonly<Record<string, string | undefined>>, faults: string[]): readonly MailboxSettings[] {
  const given = (env['LEDGERLINE_MAILBOXES'] ?? '').split(/\s+/).filter((one) => one !== '');
  const read = given.map((one, place) =>
    readMailbox(one, (fault) => faults.push(`LEDGERLINE_MAILBOXES, mailbox ${place + 1}: ${fault}`)),
  );
  const addresses = read.map(({ address }) => address);
  const twice = addresses.find((address, place) => addresses.indexOf(address) !== place);
  if (twice !== undefined) faults.push(`LEDGERLINE_MAILBOXES names ${twice} twice`);
  return read;
}

function readMailbox(text: string, fault: (words: string) => void): MailboxSettings {
  const url = URL.parse(text);
  const scheme = url?.protocol === 'imap:' ? 'imap' : 'imaps';
  if (url === null || !/^imaps?:$/.test(url.protocol) || url.hostname === '' || url.username === '')
    fault(`it is written as ${example}`);
  const asked = (name: string, otherwise: string, shape: RegExp): string => {
    const value = url?.searchParams.get(name) || otherwise;
    if (!shape.test(value)) fault(`${name} has to match ${shape.source}`);
    return value;
  };
  const user = plainPart(url?.username ?? '', fault);
  return {
    address: asked('address', user, /^[^\s<>@]+@[^\s<>@]+$/).toLowerCase(),
    scheme,
    host: (url?.hostname ?? '').replaceAll(/^\[|\]$/g, ''),
    port: Number(url?.port || ports[scheme]),
    user,
    password: plainPart(url?.password ?? '', fault),
    folder: plainPart((url?.pathname ?? '').slice(1), fault) || 'INBOX',
    kind: asked('kind', 'other', code),
    item: asked('item', 'other', code),
    level: asked('level', 'general', /^(?:general|important)$/),
  };
}

/** A part of an address with its `%` read. */
export function plainPart(text: string, fault: (words: string) => void): string {
  try {
    return decodeURIComponent(text);
  } catch {
    fault('a % in it is not followed by two hexadecimal digits');
    return '';
  }
}

/** As it may be shown. */
export function maskedMailbox({ scheme, host, port, folder, address, kind, item, level }: MailboxSettings): string {
  return `${scheme}://***@${host}:${port}/${folder}?address=${address}&kind=${kind}&item=${item}&level=${level}`;
}
