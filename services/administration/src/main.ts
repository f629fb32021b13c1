import { run } from '@ledgerline/host';
import { AdministrationModule } from './administration.module.js';

await run(AdministrationModule);
