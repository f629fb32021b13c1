import type { ServiceModule } from '@ledgerline/host';

/** The same service with its projections beside the commands: the thread for them is of the built product. */
export function projectingHere(module: ServiceModule): ServiceModule {
  const { projectionsModule: _thread, ...service } = module.service;
  return class extends module {
    static override readonly service = service;
  };
}
