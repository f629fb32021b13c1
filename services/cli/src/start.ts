import { readConfiguration, runUntilSignal } from '@ledgerline/host';
import { Command } from 'commander';

/** `ledgerline start`: the same as `npm start`. */
export function startCommand(): Command {
  return new Command('start')
    .description('run everything in this process until SIGTERM or SIGINT')
    .option('--json', 'print the address as one JSON object instead of words')
    .action(async ({ json }: { json?: boolean }) => {
      const configuration = readConfiguration(process.env);
      const { everyModule } = await import('@ledgerline/all-in-one');
      await runUntilSignal(everyModule, configuration, json ? (greeting) => `${JSON.stringify(greeting)}\n` : undefined);
    });
}
