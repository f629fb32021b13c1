import { durations, sla, times } from './clock-reports.js';
import { conformance } from './conformance-report.js';
import { returns, rework, satisfaction, urging } from './event-reports.js';
import type { Report } from './report.js';
import { firstContact, occupancy, telephony } from './telephony-reports.js';
import { ageing, backlog, load } from './stock-reports.js';

/** Every report by the name under which it is asked for. */
export const reports: Readonly<Record<string, Report>> = {
  sla, durations, times, backlog, ageing, load, returns, rework, urging, satisfaction, conformance,
  telephony, occupancy, 'first-contact': firstContact,
}; // prettier-ignore
