import { sleep, type Ledgerline } from '@ledgerline/host';
import { CommandHandling } from '@ledgerline/kernel';
import { randomInt } from 'node:crypto';

/** Command handling of an import's own: its fold of tickets is another than that of the services, and so is what is worth keeping. */
export interface ImportCommands {
  /** Keeps the folded tickets of as many cases as rows may be mixed of, without being read again. */
  readonly tickets: CommandHandling;
  /** A contact is written once and not asked for again. */
  readonly contacts: CommandHandling;
}

const ticketsKept = 50_000;

export async function importCommands(ledgerline: Ledgerline): Promise<ImportCommands> {
  const { store, codec, cryptography, clock, configuration, vault } = ledgerline;
  const parts = {
    store,
    codec,
    cryptography,
    clock,
    site: configuration.site,
    digestKey: await vault.secret('command-digest'),
    pause: (attempt: number) => sleep(randomInt(5 * (attempt + 1))),
  };
  return {
    tickets: new CommandHandling({ ...parts, cached: ticketsKept }),
    contacts: new CommandHandling({ ...parts, cached: 1 }),
  };
}
