import { problem, type Problem, type QueryRequest, type TryRoute } from '@ledgerline/contracts';
import {
  documentFold,
  explainRoute,
  faultsOfRoutingTable,
  inForce,
  type ExplainedRoute,
  type RoutingTable,
} from '@ledgerline/domain';
import type { Ledgerline } from '@ledgerline/host';
import { instantText, streamName } from '@ledgerline/kernel';

export type TriedRoute = Problem | (ExplainedRoute & { readonly kind: 'tried'; readonly table: string });

/** `POST /routing-tables/try`: where a ticket with these facts would go, by any version of the table; nothing is routed. */
export async function tryRoute({ body }: QueryRequest<TryRoute>, { commands, clock }: Ledgerline): Promise<TriedRoute> {
  const [code = 'default', draft] = (body.version ?? 'default').split('.');
  const { state } = await commands.current(streamName('document', `routing-table-${code}`), documentFold);
  const version =
    draft === undefined ? inForce(state, instantText(clock.now())) : state?.versions.find((one) => one.draft === Number(draft));
  if (version === undefined) return problem('document-not-found');
  const errors = faultsOfRoutingTable(version.body);
  if (errors.length > 0) return { ...problem('invalid-document'), errors };
  const route = explainRoute(version.body as RoutingTable, { ...body.facts }, body.about);
  return { kind: 'tried', table: `${code}.${version.draft}`, ...route };
}
