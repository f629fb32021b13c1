import { run } from '@ledgerline/host';
import { OutreachModule } from './outreach.module.js';

await run(OutreachModule);
