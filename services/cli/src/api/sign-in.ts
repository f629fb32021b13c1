import { readConfiguration } from '@ledgerline/host';
import type { Command } from 'commander';
import type { Asked } from '../answer.js';
import { WrongUse } from '../outcome.js';
import { Api } from './api.js';
import { askSecret } from './ask-secret.js';

export interface SignInOptions {
  readonly as?: string;
}

/** Accounts and tokens are changed over the API of the running installation: its rules hold, and the log says who it was. */
export function withSignIn(command: Command): Command {
  return command
    .option('--as <username>', 'sign in as this account; its password is LEDGERLINE_PASSWORD, else it is asked for')
    .addHelpText(
      'after',
      '\nNeeds a running Ledgerline: LEDGERLINE_URL (http://127.0.0.1:PORT unless set) and LEDGERLINE_TOKEN, an API token, or --as.',
    );
}

/** Does something over the API; a session that was begun for it is ended. @throws WrongUse without a way to sign in */
export async function signedIn<Result>(
  { options: { as }, signal }: Asked<SignInOptions>,
  work: (api: Api) => Promise<Result>,
): Promise<Result> {
  const url = addressOf(process.env);
  const token = process.env['LEDGERLINE_TOKEN'];
  if (as === undefined) {
    if (!token) throw new WrongUse('set LEDGERLINE_TOKEN to an API token, or give --as USERNAME');
    return work(new Api(url, token));
  }
  const password = process.env['LEDGERLINE_PASSWORD'] || (await askSecret(`Password of ${as}: `, signal));
  const session = await new Api(url).call<{ token: string }>('POST', '/session', { username: as, password });
  const api = new Api(url, session.token);
  try {
    return await work(api);
  } finally {
    await api.call('DELETE', '/session');
  }
}

function addressOf(env: Readonly<Record<string, string | undefined>>): string {
  const { port, host } = readConfiguration(env);
  const url = env['LEDGERLINE_URL'] || `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
  if (!/^https?:$/.test(URL.parse(url)?.protocol ?? '')) throw new WrongUse(`LEDGERLINE_URL is "${url}", which is no address`);
  return url;
}
