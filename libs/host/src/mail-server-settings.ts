import type { SmtpSettings } from '@ledgerline/adapter-mail';
import { plainPart } from './mailbox-settings.js';

/** The server that mails are handed to, and from whom they are: what the adapter signs in with. */
export type MailServerSettings = SmtpSettings;

const example = 'smtps://user:password@smtp.example.com?from=service@example.com&name=Service';
const ports = { smtps: 465, smtp: 587 } as const;

/**
 * `LEDGERLINE_MAIL_SERVER`: the address of a server; undefined where mail is no way out. What of a name or password stands for something else in an
 * address is written with `%`. A fault never repeats what was given: it holds a password.
 */
export function readMailServer(
  env: Readonly<Record<string, string | undefined>>,
  faults: string[],
): MailServerSettings | undefined {
  const text = env['LEDGERLINE_MAIL_SERVER'];
  if (text === undefined || text === '') return undefined;
  const fault = (words: string) => faults.push(`LEDGERLINE_MAIL_SERVER: ${words}`);
  const url = URL.parse(text);
  const scheme = url?.protocol === 'smtp:' ? 'smtp' : 'smtps';
  if (url === null || !/^smtps?:$/.test(url.protocol) || url.hostname === '') fault(`it is written as ${example}`);
  const user = plainPart(url?.username ?? '', fault);
  const from = url?.searchParams.get('from') || user;
  if (!/^[^\s<>@]+@[^\s<>@]+$/.test(from)) fault('from has to be an address');
  // Where to follow a ticket stands in every mail.
  if (!env['LEDGERLINE_PUBLIC_URL']) fault('LEDGERLINE_PUBLIC_URL has to be given with it: mails say where to go');
  return {
    scheme,
    host: (url?.hostname ?? '').replaceAll(/^\[|\]$/g, ''),
    port: Number(url?.port || ports[scheme]),
    user,
    password: plainPart(url?.password ?? '', fault),
    from: from.toLowerCase(),
    name: (url?.searchParams.get('name') || '客户服务中心').slice(0, 100),
  };
}

/** As it may be shown. */
export function maskedMailServer({ scheme, host, port, from, name }: MailServerSettings): string {
  return `${scheme}://***@${host}:${port}?from=${from}&name=${name}`;
}
