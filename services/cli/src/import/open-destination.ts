import { AdministrationModule } from '@ledgerline/administration';
import { ledgerlineEvents } from '@ledgerline/domain';
import { openLedgerline, type Configuration } from '@ledgerline/host';
import { createHmac } from 'node:crypto';
import { pino } from 'pino';
import { bringListsUpToDate } from './bring-lists-up-to-date.js';
import { CaseIds } from './case-ids.js';
import { codesInForce } from './codes-in-force.js';
import { CaseImporter } from './import-case-event.js';
import { importCommands } from './import-commands.js';
import type { Destination } from './import-file.js';
import { ImportStopped } from './stop.js';

/** Where an import goes, with the ids that its cases have there. */
export interface OpenDestination {
  readonly ids: CaseIds;
  readonly destination: Destination;
  /** After the last row. */
  finish(onProgress: (commits: number) => void, signal: AbortSignal): Promise<void>;
  close(): Promise<void>;
}

/** The installation that the configuration names, made where there is none yet. No service runs: nothing reacts to what is written. */
export async function openInstallation(source: string, configuration: Configuration): Promise<OpenDestination> {
  if (configuration.store === 'memory')
    throw new ImportStopped(2, 'nothing-would-be-kept', 'LEDGERLINE_STORE=memory keeps nothing: there is nowhere to import to');
  const log = pino({ level: configuration.logLevel === 'info' ? 'warn' : configuration.logLevel }, pino.destination(2));
  const { ledgerline, close } = await opened(configuration, log);
  await AdministrationModule.service.onStart?.(ledgerline);
  const ids = new CaseIds(source, (text) => ledgerline.digest('ids', text));
  const importer = new CaseImporter(source, ids, { ...(await importCommands(ledgerline)), ledgerline });
  return {
    ids,
    destination: { checkCodes: await codesInForce(ledgerline), write: (event) => importer.import(event) },
    finish: async (onProgress, signal) => {
      if (configuration.store === 'sqlite') await bringListsUpToDate(ledgerline, onProgress, signal);
    },
    close: async () => {
      await ledgerline.supervision.stop();
      await close();
    },
  };
}

/** Reads as an import does and writes nothing; what the installation has (items, departments) is not looked up. */
export function openDryRun(source: string): OpenDestination {
  const ids = new CaseIds(source, (text) => createHmac('sha256', 'dry run').update(text).digest('base64url').slice(0, 22));
  return {
    ids,
    destination: {
      checkCodes: () => Promise.resolve(undefined),
      write: (event) => {
        ids.caseOf(event.case);
        return Promise.resolve({ kind: 'added', registered: false });
      },
    },
    finish: () => Promise.resolve(),
    close: () => Promise.resolve(),
  };
}

async function opened(configuration: Configuration, log: Parameters<typeof openLedgerline>[2]) {
  try {
    return await openLedgerline(configuration, [{ events: ledgerlineEvents }], log);
  } catch (error) {
    if ((error as { code?: string }).code !== 'folder-in-use') throw error;
    throw new ImportStopped(
      1,
      'folder-in-use',
      `${(error as Error).message}: the embedded log has one writer. Stop it, import, and start it again.`,
    );
  }
}
