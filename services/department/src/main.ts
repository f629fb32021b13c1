import { run } from '@ledgerline/host';
import { DepartmentModule } from './department.module.js';

await run(DepartmentModule);
