import { MongoClient } from 'mongodb';

import { buildFerretDb, cachedFerretDb, startFerretDb } from './ferretdb.ts';
import { downloadMongod, mongodAtHand, startMongod } from './mongod.ts';
import { lastLine, ServerMissing } from './server-missing.ts';

export type MongoFlavour = 'mongodb' | 'ferretdb';

export interface RunningMongo {
  readonly url: string;
  /** `ferretdb` has no transactions. */
  readonly flavour: MongoFlavour;
  /** Ends it and removes its files; of a server that LEDGERLINE_MONGODB_URL names it does nothing. */
  stop(): Promise<void>;
}

export interface MongoProgram {
  readonly flavour: MongoFlavour;
  readonly path: string;
  readonly found: 'at hand' | 'downloaded' | 'built with Go';
}

const howToGetIt =
  'set LEDGERLINE_MONGODB_URL to one that runs and may be written to, put mongod on PATH, let mongodb-memory-server ' +
  'download one, or install Go 1.24 or newer (then FerretDB is built from its module).';

/**
 * A MongoDB-compatible server to test against: the one LEDGERLINE_MONGODB_URL names, else one started now (see
 * `mongoProgram`) on a loopback port with files of its own.
 * @throws ServerMissing where there is none and none could be installed
 */
export async function mongoServer(): Promise<RunningMongo> {
  const url = process.env['LEDGERLINE_MONGODB_URL'];
  if (url !== undefined && url !== '') return { url, flavour: await flavourOf(url), stop: () => Promise.resolve() };
  const { flavour, path } = await mongoProgram();
  const server = await (flavour === 'mongodb' ? startMongod(path) : startFerretDb(path));
  return { ...server, flavour };
}

/** The program to start: mongod or FerretDB if one is at hand, else mongod downloaded, else FerretDB built now. */
export async function mongoProgram(): Promise<MongoProgram> {
  const tried: string[] = [];
  const program =
    (await attempt('mongodb', 'at hand', mongodAtHand, tried)) ??
    (await attempt('ferretdb', 'at hand', () => Promise.resolve(cachedFerretDb()), tried)) ??
    (await attempt('mongodb', 'downloaded', downloadMongod, tried)) ??
    (await attempt('ferretdb', 'built with Go', buildFerretDb, tried));
  if (program === undefined) throw new ServerMissing('A MongoDB-compatible server', howToGetIt, tried);
  return program;
}

async function attempt(
  flavour: MongoFlavour,
  found: MongoProgram['found'],
  way: () => Promise<string | undefined>,
  tried: string[],
): Promise<MongoProgram | undefined> {
  try {
    const path = await way();
    if (path !== undefined) return { flavour, path, found };
    tried.push(`${flavour} ${found}: not there`);
  } catch (error) {
    tried.push(`${flavour} ${found}: ${lastLine(error instanceof Error ? error.message : String(error))}`);
  }
  return undefined;
}

/** Which of the two answers at `url`: FerretDB says so in its `buildInfo`. */
export async function flavourOf(url: string): Promise<MongoFlavour> {
  const client = new MongoClient(url, { serverSelectionTimeoutMS: 10_000 });
  try {
    const info = await client.db('admin').command({ buildInfo: 1 });
    return Object.keys(info).some((key) => key.startsWith('ferretdb')) ? 'ferretdb' : 'mongodb';
  } finally {
    await client.close();
  }
}
