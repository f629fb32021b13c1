import type { MinedLog } from '@ledgerline/domain';
import { courseId } from './course-id.js';
import type { Variant } from './courses.js';
import type { Edge, ProcessGraph } from './process.js';
import type { ProcessPart } from './process-part.js';

export interface AskedPeriod {
  readonly log: MinedLog;
  readonly from?: string;
  readonly to?: string;
}

type WithTickets<Part> = Part & { readonly tickets: string };

/** The process with the addresses of the tickets behind its numbers. */
export interface AddressedProcess extends Omit<ProcessGraph, 'activities' | 'edges' | 'bottlenecks' | 'variants'> {
  readonly tickets: string;
  readonly activities: readonly WithTickets<ProcessGraph['activities'][number]>[];
  readonly edges: readonly WithTickets<Edge>[];
  readonly bottlenecks: readonly WithTickets<Edge>[];
  readonly variants: readonly WithTickets<Variant>[];
}

/** Each number of the process with the call for its tickets; which of several numbers is meant, `cell` says, to be added. */
export function withTickets(
  { activities, edges, bottlenecks, variants, ...figures }: ProcessGraph,
  asked: AskedPeriod,
): AddressedProcess {
  const tickets = (part: ProcessPart) =>
    `/api/v1/reports/process/tickets?${new URLSearchParams({ ...asked, ...part }).toString()}`;
  const way = (edge: Edge) => ({ ...edge, tickets: tickets({ activity: edge.from, next: edge.to }) });
  return {
    ...figures,
    tickets: tickets({}),
    activities: activities.map((one) => ({ ...one, tickets: tickets({ activity: one.activity }) })),
    edges: edges.map(way),
    bottlenecks: bottlenecks.map(way),
    variants: variants.map((variant) => ({ ...variant, tickets: tickets({ course: courseId(variant.activities) }) })),
  };
}
