import {
  accountFold,
  departmentFold,
  documentFold,
  faultsOfCalendar,
  faultsOfDigestSchedule,
  faultsOfDigestTemplate,
  faultsOfDutyRota,
  faultsOfItemTree,
  faultsOfPolicy,
  faultsOfProbationRule,
  faultsOfRoutingTable,
  faultsOfRule,
  faultsOfSamplingRule,
  faultsOfScoreSheet,
  faultsOfTelephonyRule,
  faultsOfScript,
  faultsOfTemplate,
  isAtWork,
  isOpenSite,
  namesInDocument,
  withImplied,
  type DocumentFault,
  type DocumentType,
  type NamedElsewhere,
} from '@ledgerline/domain';
import { accountIdOf, type Ledgerline } from '@ledgerline/host';
import { streamName } from '@ledgerline/kernel';
import { itemsInForce } from './items-in-force.query.js';

/** Every fault for which a document could not be put in force: its own first, then what it names and is not there. */
export async function faultsOfDocument(
  type: DocumentType,
  body: unknown,
  ledgerline: Ledgerline,
): Promise<readonly DocumentFault[]> {
  const faults = ownFaults(type, body);
  return faults.length > 0 ? faults : missingNames(namesInDocument(type, body), ledgerline);
}

function ownFaults(type: DocumentType, body: unknown): readonly DocumentFault[] {
  switch (type) {
    case 'routing-table':
      return faultsOfRoutingTable(body);
    case 'calendar':
      return faultsOfCalendar(body);
    case 'policy':
      return faultsOfPolicy(body);
    case 'item-tree':
      return faultsOfItemTree(body);
    case 'template':
      return faultsOfTemplate(body);
    case 'rule':
      return faultsOfRule(body);
    case 'duty-rota':
      return faultsOfDutyRota(body);
    case 'digest-template':
      return faultsOfDigestTemplate(body);
    case 'digest-schedule':
      return faultsOfDigestSchedule(body);
    case 'score-sheet':
      return faultsOfScoreSheet(body);
    case 'sampling-rule':
      return faultsOfSamplingRule(body);
    case 'probation-rule':
      return faultsOfProbationRule(body);
    case 'telephony-rule':
      return faultsOfTelephonyRule(body);
    case 'script':
      return faultsOfScript(body);
  }
}

/** Each name is looked up once, however often it stands there. */
async function missingNames(named: readonly NamedElsewhere[], ledgerline: Ledgerline): Promise<readonly DocumentFault[]> {
  const items = named.some(({ what }) => what === 'item') ? new Set(await itemsInForce({}, ledgerline)) : new Set<string>();
  const known = new Map<string, boolean>();
  const faults: DocumentFault[] = [];
  for (const { what, name, pointer } of named) {
    const key = `${what} ${name}`;
    const isThere = known.get(key) ?? (what === 'item' ? items.has(name) : await exists(what, name, ledgerline));
    known.set(key, isThere);
    if (!isThere && faults.length < 200) faults.push({ pointer, code: `unknown-${what}`, detail: `no ${what} ${name}` });
  }
  return faults;
}

async function exists(what: Exclude<NamedElsewhere['what'], 'item'>, name: string, ledgerline: Ledgerline): Promise<boolean> {
  const { commands } = ledgerline;
  switch (what) {
    case 'department':
      return isAtWork((await commands.current(streamName('department', name), departmentFold)).state);
    case 'calendar':
    case 'digest-template':
    case 'score-sheet':
      return (await commands.current(streamName('document', `${what}-${name}`), documentFold)).version > 0;
    case 'account':
      return (await commands.current(streamName('account', accountIdOf(name, ledgerline)), accountFold)).version > 0;
    case 'executive': {
      const { state } = await commands.current(streamName('account', accountIdOf(name, ledgerline)), accountFold);
      return state !== undefined && (state.unrestricted || withImplied(state.roles).has('leader'));
    }
    case 'site':
      return isOpenSite(name, ledgerline);
  }
}
