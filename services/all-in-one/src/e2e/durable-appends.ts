// Appends a commit for each line that comes in and answers it when the log has acknowledged: the program whose system calls
// `durability.e2e.spec.ts` looks at. Arguments: the folder, and `safe` or `unsafe`.
import { nodeCryptography } from '@ledgerline/adapter-crypto';
import { SqliteEventStore } from '@ledgerline/adapter-sqlite';
import { createInterface } from 'node:readline';
import { commitFor } from './commit-for.ts';

const [folder = '', setting = 'safe'] = process.argv.slice(2);
const store = await SqliteEventStore.open(folder, { unsafe: setting === 'unsafe' });
for await (const name of createInterface({ input: process.stdin })) {
  await store.append(commitFor(name, nodeCryptography));
  process.stdout.write(`acknowledged ${name}\n`);
}
await store.close();
