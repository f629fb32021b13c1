import { run } from '@ledgerline/host';
import { IntakeModule } from './intake.module.js';

await run(IntakeModule);
