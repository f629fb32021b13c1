import { AdministrationModule } from '@ledgerline/administration';
import { DepartmentModule } from '@ledgerline/department';
import { GatewayModule } from '@ledgerline/gateway';
import type { ServiceModule } from '@ledgerline/host';
import { IntakeModule } from '@ledgerline/intake';
import { NotificationModule } from '@ledgerline/notification';
import { OutreachModule } from '@ledgerline/outreach';
import { ReportingModule } from '@ledgerline/reporting';
import { RoutingModule } from '@ledgerline/routing';

/** The whole of Ledgerline in one process. */
export const everyModule: readonly ServiceModule[] = [
  GatewayModule,
  IntakeModule,
  RoutingModule,
  DepartmentModule,
  NotificationModule,
  OutreachModule,
  ReportingModule,
  AdministrationModule,
];
