import type { Ledgerline } from '@ledgerline/host';

/** Milliseconds after which whoever asked looks for whoever is to answer. Processes say every second that they are there. */
const looksAfter = 2_500;

/**
 * Asks a service, and asks it once more where the question may have died with the process that took it: nobody says so then,
 * and the bus gives up after ten seconds only, while another copy could answer. The first answer counts. For questions alone,
 * which do nothing by being asked twice.
 */
export function askedAgain<Reply>(
  { ask, readiness }: Pick<Ledgerline, 'ask' | 'readiness'>,
  service: string,
  call: string,
  payload: unknown,
): Promise<Reply> {
  return new Promise((resolve, reject) => {
    const look = setTimeout(() => {
      // What becomes of the first decides where the second fails too.
      if (readiness.hasFallenSilent(service, looksAfter)) ask<Reply>(service, call, payload).then(resolve, () => undefined);
    }, looksAfter);
    ask<Reply>(service, call, payload)
      .then(resolve, reject)
      .finally(() => clearTimeout(look));
  });
}
