import { run } from '@ledgerline/host';
import { ReportingModule } from './reporting.module.js';

await run(ReportingModule);
