import { run } from '@ledgerline/host';
import { RoutingModule } from './routing.module.js';

await run(RoutingModule);
