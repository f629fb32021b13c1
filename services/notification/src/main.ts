import { run } from '@ledgerline/host';
import { NotificationModule } from './notification.module.js';

await run(NotificationModule);
