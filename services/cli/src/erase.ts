import { erasureGroundNames } from '@ledgerline/contracts';
import { Option, type Command } from 'commander';
import { setTimeout as delay } from 'node:timers/promises';
import { answer, answeringCommand } from './answer.js';
import type { Api } from './api/api.js';
import { signedIn, withSignIn, type SignInOptions } from './api/sign-in.js';
import { Refused } from './outcome.js';

interface Options extends SignInOptions {
  readonly ground: string;
  readonly reference?: string;
  readonly status?: boolean;
}

interface State {
  readonly state: 'none' | 'ordered' | 'destroyed' | 'completed';
  readonly holds: number;
}

/** Milliseconds to wait until it is completed. */
const patience = 120_000;

/** `ledgerline erase`: the person of a ticket, over the HTTP API of the running installation. */
export function eraseCommand(): Command {
  return withSignIn(answeringCommand('erase', 'erase the data of the person of a ticket; the history still verifies'))
    .argument('<ticket>', 'id or number of the ticket')
    .addOption(new Option('--ground <ground>', 'why').choices(erasureGroundNames).default('person-request'))
    .option('--reference <text>', 'a file number; nothing that names the person')
    .option('--status', 'order nothing: say how far it is')
    .action(
      answer<Options>(async (asked, given) => {
        const { ground, reference, status } = asked.options;
        const ticket = String(given);
        return signedIn(asked, async (api) => {
          if (!status) await api.call('POST', '/erasures', { ticket, ground, ...(reference === undefined ? {} : { reference }) });
          const found = await reached(api, ticket, status ? 0 : patience, asked.signal);
          return { result: { ticket, ...found }, words: [`${ticket}: ${words[found.state]}`] };
        });
      }),
    );
}

const words: Readonly<Record<State['state'], string>> = {
  none: 'nothing was erased',
  ordered: 'ordered; the keys are still there',
  destroyed: 'the keys are destroyed; what was derived is being cleared',
  completed: 'erased: the keys are destroyed, what was derived is cleared',
};

async function reached(api: Api, ticket: string, most: number, signal: AbortSignal): Promise<State> {
  const until = performance.now() + most;
  for (;;) {
    const found = await api.call<State>('GET', `/erasures/${ticket}`);
    if (found.state === 'completed' || most === 0) return found;
    signal.throwIfAborted();
    if (performance.now() > until)
      throw new Refused('not-completed-yet', `${ticket}: ${words[found.state]}; it goes on by itself`);
    await delay(200);
  }
}
