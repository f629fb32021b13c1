import { expect, test } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';

const arrows = '@nx/enforce-module-boundaries';
const use = (from: string) => `import * as used from '${from}';\nexport const it = used;\n`;

/** Each rule of the house plan with a text that breaks it, and texts that keep all of them. */
const cases: readonly { readonly name: string; readonly file: string; readonly code: string; readonly breaks?: string }[] = [
  ...['domain', 'contracts', 'host', 'adapter-sqlite', 'intake', 'all-in-one'].map((to) => arrow('libs/kernel', to)),
  ...['contracts', 'host', 'adapter-memory', 'routing'].map((to) => arrow('libs/domain', to)),
  ...['kernel', 'domain', 'host', 'gateway'].map((to) => arrow('libs/contracts', to)),
  ...['domain', 'contracts', 'host', 'adapter-memory', 'intake'].map((to) => arrow('libs/adapters/sqlite', to)),
  ...['domain', 'contracts', 'exports', 'intake'].map((to) => arrow('libs/host', to)),
  ...['contracts', 'gateway', 'all-in-one'].map((to) => arrow('libs/exports', to)),
  ...['routing', 'gateway', 'adapter-sqlite', 'all-in-one'].map((to) => arrow('services/intake', to)),
  ...['domain', 'kernel', 'host', 'adapter-memory', 'gateway', 'reporting', 'all-in-one'].map((to) =>
    arrow('services/console', to),
  ),
  { name: 'console uses the contracts', file: 'services/console/src/trial.ts', code: use('@ledgerline/contracts') },
  { name: 'host uses an adapter', file: 'libs/host/src/trial.ts', code: use('@ledgerline/adapter-sqlite') },
  { name: 'service uses exports', file: 'services/gateway/src/trial.ts', code: use('@ledgerline/exports') },
  { name: 'exports use the host', file: 'libs/exports/src/trial.ts', code: use('@ledgerline/host') },
  { name: 'service uses the host', file: 'services/intake/src/trial.ts', code: use('@ledgerline/host') },
  { name: 'domain uses the kernel', file: 'libs/domain/src/trial.ts', code: use('@ledgerline/kernel') },
  { name: 'all-in-one uses services', file: 'services/all-in-one/src/trial.ts', code: use('@ledgerline/intake') },
  ...['libs/kernel', 'libs/domain'].flatMap((place) => [
    impure(place, 'node', use('node:fs'), 'no-restricted-imports'),
    impure(place, 'Date.now', 'export const at = Date.now();\n', 'no-restricted-syntax'),
    impure(place, 'new Date', 'export const at = new Date();\n', 'no-restricted-syntax'),
    impure(place, 'Math.random', 'export const at = Math.random();\n', 'no-restricted-syntax'),
    impure(place, 'Temporal.Now', 'export const at = Temporal.Now.instant();\n', 'no-restricted-syntax'),
    impure(place, 'process', 'export const at = process.pid;\n', 'no-restricted-globals'),
  ]),
];

function arrow(from: string, to: string) {
  return { name: `${from} → ${to}`, file: `${from}/src/trial.ts`, code: use(`@ledgerline/${to}`), breaks: arrows };
}

function impure(place: string, what: string, code: string, rule: string) {
  return { name: `${place}: ${what}`, file: `${place}/src/trial.ts`, code, breaks: rule };
}

const root = join(import.meta.dirname, '..', '..', '..');
const found = JSON.parse(
  execFileSync(process.execPath, [join(import.meta.dirname, 'try-rules.mjs'), JSON.stringify(cases)], {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, NODE_OPTIONS: '', NX_DAEMON: 'false' },
  }),
) as Record<string, readonly string[]>;

test.each(cases.map((one) => [one.name, one.breaks ?? 'nothing', one] as const))('%s breaks %s', (name, _rule, { breaks }) => {
  expect(found[name]).toEqual(breaks === undefined ? [] : [breaks]);
});
