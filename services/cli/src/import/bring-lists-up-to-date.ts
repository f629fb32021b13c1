import { AdministrationModule } from '@ledgerline/administration';
import type { Ledgerline, ServiceDefinition } from '@ledgerline/host';
import { catchUp, type Projection } from '@ledgerline/kernel';
import { ReportingModule } from '@ledgerline/reporting';

const services: readonly ServiceDefinition[] = [AdministrationModule.service, ReportingModule.service];

/** Projects what the log has and the lists lack. Only for who has the log alone: it takes the projections over. */
export async function bringListsUpToDate(ledgerline: Ledgerline, onProgress: (commits: number) => void): Promise<void> {
  let commits = 0;
  for (const projection of services.flatMap(({ projections }) => projections ?? []) as readonly Projection[]) {
    const collection = await ledgerline.live(projection.collection);
    await catchUp(projection, collection, ledgerline, (_position, read) => {
      commits += read;
      onProgress(commits);
    });
  }
}
