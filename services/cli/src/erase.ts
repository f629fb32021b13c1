import { erasureGroundNames, erasureRefusalNames } from '@ledgerline/contracts';
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
  readonly confirm?: boolean;
  readonly refuse?: string;
  readonly customer?: string;
}

interface State {
  readonly state: 'none' | 'requested' | 'ordered' | 'destroyed' | 'completed';
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
    .option('--confirm', 'as the second person, where the installation wants two')
    .addOption(new Option('--refuse <reason>', 'as the second person; or withdraw your own request').choices(erasureRefusalNames))
    .action(
      answer<Options>(async (asked, given) => {
        const { ground, reference, status = false, confirm = false, refuse, customer } = asked.options;
        if ((given === undefined) === (customer === undefined)) throw new WrongUse('a ticket or --customer, one of the two');
        if ([status, confirm, refuse !== undefined].filter(Boolean).length > 1)
          throw new WrongUse('--status, --confirm or --refuse, one of them');
        const [of, id] = customer === undefined ? (['ticket', String(given)] as const) : (['customer', customer] as const);
        return signedIn(asked, async (api) => {
          const more = reference === undefined ? {} : { reference };
          if (confirm) await api.call('POST', '/erasures/confirm', { [of]: id });
          else if (refuse !== undefined) await api.call('POST', '/erasures/refuse', { [of]: id, reason: refuse, ...more });
          else if (!status) await api.call('POST', '/erasures', { [of]: id, ground, ...more });
          const path = of === 'ticket' ? id : `customers/${id}`;
          const found = await reached(api, path, status || refuse !== undefined ? 0 : patience, asked.signal);
          return { result: { [of]: id, ...found }, words: [`${id}: ${words[found.state]}`] };
        });
      }),
    );
}

const words: Readonly<Record<State['state'], string>> = {
  none: 'nothing was erased',
  requested: 'asked for; a second administrator has to confirm it',
  ordered: 'ordered; the keys are still there',
  destroyed: 'the keys are destroyed; what was derived is being cleared',
  completed: 'erased: the keys are destroyed, what was derived is cleared',
};

async function reached(api: Api, path: string, most: number, signal: AbortSignal): Promise<State> {
  const until = performance.now() + most;
  for (;;) {
    const found = await api.call<State>('GET', `/erasures/${path}`);
    if (found.state === 'completed' || found.state === 'requested' || most === 0) return found;
    signal.throwIfAborted();
    if (performance.now() > until) throw new Refused('not-completed-yet', `${words[found.state]}; it goes on by itself`);
    await delay(200);
  }
}
