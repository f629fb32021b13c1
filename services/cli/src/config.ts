import { masked, readConfiguration } from '@ledgerline/host';
import type { Command } from 'commander';
import { answer, answeringCommand } from './answer.js';

/** `ledgerline config`: what a process started here and now would be told. */
export function configCommand(): Command {
  return answeringCommand('config', 'print the configuration, secrets masked; names every setting that is wrong').action(
    answer(() => {
      const settings = masked(readConfiguration(process.env));
      return Promise.resolve({ result: settings, words: settingLines(settings) });
    }),
  );
}

/** `host               127.0.0.1`, a line a setting. */
export function settingLines(settings: Readonly<Record<string, unknown>>): readonly string[] {
  const width = Math.max(...Object.keys(settings).map(({ length }) => length));
  return Object.entries(settings).map(([name, value]) => `${name.padEnd(width)}  ${value === null ? '–' : String(value)}`);
}
