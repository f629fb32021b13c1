import { answer, answeringCommand, type Asked } from './answer.js';
import type { Api } from './api/api.js';
import { signedIn, withSignIn, type SignInOptions } from './api/sign-in.js';
import { instantArgument } from './instant-argument.js';
import { Refused, WrongUse } from './outcome.js';
import { progress } from './progress.js';
import { documentArgument } from './what-if/document-argument.js';
import { wordsOfWhatIf, type WhatIfState } from './what-if/what-if-words.js';

interface WhatIfOptions extends SignInOptions {
  readonly policy?: string;
  readonly calendar?: string;
  readonly routingTable?: string;
  readonly from?: string;
  readonly to?: string;
}

/** Milliseconds between looks how far it is. */
const looksEvery = 250;

/** `ledgerline what-if`: the running installation compares, beside its work. */
export function whatIfCommand() {
  return withSignIn(
    answeringCommand(
      'what-if',
      'another policy, calendar or routing table over what happened: which clocks would have come out otherwise, and who would have got what',
    ),
  )
    .option('--policy <document>', 'CODE or CODE.VERSION of the installation, or a JSON file')
    .option('--calendar <document>', 'the same of a calendar')
    .option('--routing-table <document>', 'the same of a routing table')
    .option('--from <time>', 'clocks that started at this time or later', instantArgument)
    .option('--to <time>', 'clocks that started before this time', instantArgument)
    .action(
      answer<WhatIfOptions>(async (asked) => {
        const { policy, calendar, routingTable, from, to } = asked.options;
        if ([policy, calendar, routingTable].every((one) => one === undefined))
          throw new WrongUse('give --policy, --calendar or --routing-table');
        const body = {
          from,
          to,
          policy: documentArgument(policy),
          calendar: documentArgument(calendar),
          routingTable: documentArgument(routingTable),
        };
        return signedIn(asked, async (api) => {
          const state = await untilDone(api, await api.call<WhatIfState>('POST', '/reports/what-if', body), asked);
          return { result: { ...state }, words: wordsOfWhatIf(state) };
        });
      }),
    );
}

/** Interrupted, the comparison is ended there too. */
async function untilDone(api: Api, begun: WhatIfState, { signal }: Asked<WhatIfOptions>): Promise<WhatIfState> {
  const bar = progress('comparing');
  let state = begun;
  while (state.state === 'running') {
    bar.at(state.progress.done, state.progress.total);
    await new Promise((resolve) => setTimeout(resolve, looksEvery));
    state = await api.call<WhatIfState>(signal.aborted ? 'DELETE' : 'GET', `/reports/what-if/${begun.id}`);
  }
  bar.end();
  if (state.state !== 'done') throw new Refused(`what-if-${state.state}`, `the comparison was ${state.state}`);
  return state;
}
