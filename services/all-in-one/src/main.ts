import { run } from '@ledgerline/host';
import { everyModule } from './index.js';

await run(...everyModule);
