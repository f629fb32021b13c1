import { readConfiguration } from '@ledgerline/host';
import { fileURLToPath } from 'node:url';
import { runImport } from '../import/run-import.js';
import type { ImportReport } from '../import/import-report.js';
import { company } from './company.js';
import { markFilled, openDemoFolder } from './demo-folder.js';
import { fillDemo } from './fill-demo.js';

const log = fileURLToPath(new URL('../../sample-logs/helpdesk.csv.gz', import.meta.url));
const mapping = fileURLToPath(new URL('../../mappings/helpdesk.json', import.meta.url));

/**
 * `npm run demo`, before the server starts: a data folder with a company in it, made once; a start that was cut off is finished by
 * the next. Prints the accounts. @returns the exit code: 0 where the server may start
 */
export async function demo(env: Record<string, string | undefined>): Promise<0 | 1> {
  const interrupted = new AbortController();
  const stop = () => interrupted.abort(new Error('interrupted: start it again to go on'));
  const signals = ['SIGINT', 'SIGTERM'] as const;
  for (const signal of signals) process.on(signal, stop);
  try {
    const configuration = readConfiguration(env);
    const folder = await openDemoFolder(configuration.data, Date.now());
    if (!folder.filled)
      process.stdout.write(`Filling ${configuration.data} with an example company; this takes less than a minute.\n`);
    const { tickets, password } = await fillDemo({ configuration, ...folder, signal: interrupted.signal });
    if (!folder.filled) {
      process.stdout.write(`${tickets} tickets of the company are there. The help-desk log of 4TU comes beside them.\n`);
      if ((await runImport(log, { mapping }, report)) !== 0) return 1;
      await markFilled(configuration.data, folder);
    }
    process.stdout.write(accountsInWords(password, configuration.adminPassword !== undefined));
    return 0;
  } catch (error) {
    process.stderr.write(`The demo could not start: ${(error as Error).message}\n`);
    if (env['LOG_LEVEL'] === 'debug') process.stderr.write(`${(error as Error).stack}\n`);
    return 1;
  } finally {
    for (const signal of signals) process.off(signal, stop);
  }
}

const report: ImportReport = {
  badRow: ({ line, reason, detail }) => process.stderr.write(`line ${line}: ${reason}: ${detail}\n`),
  summary: ({ registered, cases }) => process.stdout.write(`${registered} of its ${cases} cases were new.\n`),
  failure: (_code, message) => process.stderr.write(`${message}\n`),
};

/** A line for each account. */
function accountsInWords(password: string, adminHasOwn: boolean): string {
  const people = [
    { username: 'admin', name: '系统管理员', roles: ['every role'], departments: [] as readonly string[] },
    ...company.people,
  ];
  const lines = people.map(
    ({ username, name, roles, departments }) =>
      `  ${username.padEnd(14)}${[...roles, ...departments].join(', ').padEnd(32)}${name}`,
  );
  const but = adminHasOwn ? ' (admin: LEDGERLINE_ADMIN_PASSWORD)' : '';
  return `\nAccounts, all with the password ${password}${but}\n${lines.join('\n')}\n\n`;
}
