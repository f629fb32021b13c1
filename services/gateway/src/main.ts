import { run } from '@ledgerline/host';
import { GatewayModule } from './gateway.module.js';

await run(GatewayModule);
