import { MongoClient, type Db } from 'mongodb';

/** A client and the database that the URL names. @throws MongoServerSelectionError after 10 s without a server */
export async function connectMongo(url: string): Promise<{ readonly client: MongoClient; readonly database: Db }> {
  const client = new MongoClient(url, {
    serverSelectionTimeoutMS: 10_000,
    appName: 'ledgerline',
    writeConcern: { w: 'majority' },
  });
  await client.connect();
  return { client, database: client.db() };
}
