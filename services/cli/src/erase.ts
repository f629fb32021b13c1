import { erasureGroundNames } from '@ledgerline/contracts';
import { Option, type Command } from 'commander';
import { setTimeout as delay } from 'node:timers/promises';
import { answer, answeringCommand } from './answer.js';
import type { Api } from './api/api.js';
import { signedIn, withSignIn, type SignInOptions } from './api/sign-in.js';
import { Refused, WrongUse } from './outcome.js';

interface Options extends SignInOptions {
  readonly ground: string;
  readonly reference?: string;
  readonly status?: boolean;
  readonly customer?: string;
}

interface State {
  readonly state: 'none' | 'ordered' | 'destroyed' | 'completed';
  readonly holds: number;
}

/** Milliseconds to wait until it is completed. */
const patience = 120_000;

/** `ledgerline erase`: the person of a ticket, over the HTTP API of the running installation. */
export function eraseCommand(): Command {
  return withSignIn(
    answeringCommand('erase', 'erase the data of a customer, or of the person of a ticket; the history still verifies'),
  )
    .argument('[ticket]', 'id or number of the ticket')
    .option('--customer <id>', 'a customer, instead of the person of a ticket')
    .addOption(new Option('--ground <ground>', 'why').choices(erasureGroundNames).default('person-request'))
    .option('--reference <text>', 'a file number; nothing that names the person')
    .option('--status', 'order nothing: say how far it is')
    .action(
      answer<Options>(async (asked, given) => {
        const { ground, reference, status, customer } = asked.options;
        if ((given === undefined) === (customer === undefined)) throw new WrongUse('a ticket or --customer, one of the two');
        const [of, id] = customer === undefined ? (['ticket', String(given)] as const) : (['customer', customer] as const);
        return signedIn(asked, async (api) => {
          if (!status)
            await api.call('POST', '/erasures', { [of]: id, ground, ...(reference === undefined ? {} : { reference }) });
          const path = of === 'ticket' ? id : `customers/${id}`;
          const found = await reached(api, path, status ? 0 : patience, asked.signal);
          return { result: { [of]: id, ...found }, words: [`${id}: ${words[found.state]}`] };
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

async function reached(api: Api, path: string, most: number, signal: AbortSignal): Promise<State> {
  const until = performance.now() + most;
  for (;;) {
    const found = await api.call<State>('GET', `/erasures/${path}`);
    if (found.state === 'completed' || most === 0) return found;
    signal.throwIfAborted();
    if (performance.now() > until) throw new Refused('not-completed-yet', `${words[found.state]}; it goes on by itself`);
    await delay(200);
  }
}
