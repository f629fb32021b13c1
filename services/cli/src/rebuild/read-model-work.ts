import { nodeCryptography } from '@ledgerline/adapter-crypto';
import { allEvents, openHistory, openReadModels, type Configuration } from '@ledgerline/host';
import { EventCodec, KeyRing, type Projection, type ProjectionSource, type ReadModels } from '@ledgerline/kernel';
import { Refused, WrongUse } from '../outcome.js';

/** What rebuilding and comparing need: the log, read; the read models, opened. */
export interface ReadModelWork {
  readonly source: ProjectionSource;
  readonly readModels: ReadModels;
  readonly projections: readonly Projection[];
}

/** The projections of this program that are named; all where `all` is given. @throws WrongUse */
export function chosen(projections: readonly Projection[], names: readonly string[], all: boolean): readonly Projection[] {
  const known = projections.map(({ collection }) => collection.name);
  const unknown = names.filter((name) => !known.includes(name));
  if (unknown.length > 0) throw new WrongUse(`no read model is called ${unknown.join(', ')}; there are ${known.join(', ')}`);
  if (all === names.length > 0) throw new WrongUse(`name read models, or give --all; there are ${known.join(', ')}`);
  return all ? projections : projections.filter(({ collection }) => names.includes(collection.name));
}

/** Opens what is needed for the named projections, has the work done, closes. */
export async function withReadModels<Result>(
  configuration: Configuration,
  { names, all }: { readonly names: readonly string[]; readonly all: boolean },
  work: (parts: ReadModelWork) => Promise<Result>,
): Promise<Result> {
  const { everyModule } = await import('@ledgerline/all-in-one');
  const services = everyModule.map(({ service }) => service);
  const projections = chosen(services.flatMap((service) => service.projections ?? []) as never, names, all);
  if (configuration.readModels === 'memory')
    throw new Refused('no-read-models', 'LEDGERLINE_READ_MODELS=memory keeps no read models');
  const history = await openHistory(configuration);
  try {
    const codec = new EventCodec(allEvents(services), nodeCryptography, new KeyRing(await history.vault()));
    const readModels = await openReadModels(configuration);
    try {
      return await work({ source: { store: history.store, codec }, readModels, projections });
    } finally {
      await readModels.close();
    }
  } finally {
    await history.close();
  }
}
