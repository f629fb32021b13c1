import { MongoClient, type Db } from 'mongodb';

/** A client and the database that the URL names. @throws MongoServerSelectionError after 10 s (or `timeout`) without a server */
export async function connectMongo(
  url: string,
  timeout = 10_000,
): Promise<{ readonly client: MongoClient; readonly database: Db }> {
  const client = new MongoClient(url, {
    serverSelectionTimeoutMS: timeout,
    appName: 'ledgerline',
    writeConcern: { w: 'majority' },
  });
  await client.connect();
  return { client, database: client.db() };
}

/** The server's version and the database's name. @throws MongoServerSelectionError after 3 s without a server */
export async function lookAtMongo(url: string): Promise<{ readonly version: string; readonly database: string }> {
  const { client, database } = await connectMongo(url, 3_000);
  try {
    const { version } = (await database.command({ buildInfo: 1 })) as unknown as { version: string };
    return { version, database: database.databaseName };
  } finally {
    await client.close();
  }
}
