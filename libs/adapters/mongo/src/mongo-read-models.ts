import type { Collection, CollectionDefinition, EventStore, Position, ReadModels } from '@ledgerline/kernel';
import type { Collection as Stored, Db, MongoClient } from 'mongodb';
import { connectMongo } from './connect-mongo.js';
import { MongoCollection, type Shared } from './mongo-collection.js';

interface LiveRecord {
  readonly _id: string;
  readonly live: number;
}

/**
 * Read models in MongoDB, or what speaks its protocol: single-document writes alone, in an order that a crash does no
 * harm to. They hold plain values; erasure rewrites the documents.
 */
export class MongoReadModels implements ReadModels {
  readonly capabilities = { name: 'mongo', transactions: false };
  private readonly opened = new Map<string, Promise<Collection<unknown>>>();
  private readonly generations: Stored<LiveRecord>;
  private readonly shared: Shared;

  private constructor(
    private readonly client: MongoClient,
    private readonly database: Db,
  ) {
    this.generations = database.collection('generations');
    this.shared = {
      checkpoints: database.collection('projection_checkpoints'),
      owners: database.collection('projection_owners'),
    };
  }

  static async open(url: string): Promise<MongoReadModels> {
    const { client, database } = await connectMongo(url);
    return new MongoReadModels(client, database);
  }

  collection<Document>(definition: CollectionDefinition<Document>, generation = 1): Promise<Collection<Document>> {
    const stem = stemOf(definition, generation);
    const known = this.opened.get(stem) ?? this.make(definition, stem);
    this.opened.set(stem, known as Promise<Collection<unknown>>);
    return known as Promise<Collection<Document>>;
  }

  async live(definition: CollectionDefinition<never>): Promise<number> {
    return (await this.generations.findOne({ _id: nameOf(definition) }))?.live ?? 1;
  }

  async replace(definition: CollectionDefinition<never>, generation: number): Promise<void> {
    await this.generations.updateOne({ _id: nameOf(definition) }, { $set: { live: generation } }, { upsert: true });
  }

  async drop(definition: CollectionDefinition<never>, generation: number): Promise<void> {
    if ((await this.live(definition)) === generation)
      throw new TypeError(`generation ${generation} of ${definition.name} is live`);
    const stem = stemOf(definition, generation);
    this.opened.delete(stem);
    for (const name of [`${stem}_rows`, `${stem}_documents`]) {
      const found = await this.database.listCollections({ name }, { nameOnly: true }).toArray();
      if (found.length > 0) await this.database.dropCollection(name);
    }
    await this.shared.checkpoints.deleteOne({ _id: stem });
    await this.shared.owners.deleteMany({ generation: stem });
  }

  /** Documents are overwritten by the projections; when the server overwrites their bytes is its own affair. */
  async purge(after: Position, store: Pick<EventStore, 'compare'>): Promise<boolean> {
    const checkpoints = await this.shared.checkpoints.find({}).toArray();
    const stems = checkpoints.map(({ _id, position }) => ({ ...partsOf(String(_id)), stem: String(_id), position }));
    const newest = (name: string) => Math.max(...stems.filter((one) => one.name === name).map(({ version }) => version));
    const old = stems.filter(({ name, version }) => version < newest(name));
    const read = stems.filter(({ name, version }) => version === newest(name));
    if (read.some(({ position }) => store.compare(position, after) < 0)) return false;
    for (const { stem } of old) {
      for (const name of [`${stem}_rows`, `${stem}_documents`]) await this.database.dropCollection(name);
      await this.shared.checkpoints.deleteOne({ _id: stem });
    }
    return true;
  }

  async close(): Promise<void> {
    await this.client.close();
  }

  private async make<Document>(definition: CollectionDefinition<Document>, stem: string): Promise<Collection<Document>> {
    try {
      return await MongoCollection.open(this.database, this.shared, definition, stem);
    } catch (error) {
      this.opened.delete(stem);
      throw error;
    }
  }
}

function nameOf({ name, version }: Pick<CollectionDefinition<never>, 'name' | 'version'>): string {
  return `${name}@${version}`;
}

function partsOf(stem: string): { readonly name: string; readonly version: number } {
  const [, name = stem, version] = /^(.*)_v(\d+)_g\d+$/.exec(stem) ?? [];
  return { name, version: Number(version) };
}

function stemOf({ name, version }: Pick<CollectionDefinition<never>, 'name' | 'version'>, generation: number): string {
  if (!/^[a-z][a-z0-9-]{0,39}$/.test(name)) throw new TypeError(`not a collection name: ${name}`);
  return `${name.replaceAll('-', '_')}_v${version}_g${generation}`;
}
