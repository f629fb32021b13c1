import { problem } from '@ledgerline/contracts';
import { documentFold, drafterOf, handsOf, shareHands, type DocumentEvent, type GovernedDocument } from '@ledgerline/domain';
import { commandOf, replyOf, type CommandReply, type CommandRequest, type Ledgerline } from '@ledgerline/host';
import { streamName, type Decide } from '@ledgerline/kernel';
import { accountsCollection } from '../accounts/account-list.projection.js';
import { seesWholeLog } from '../read-model-freshness.js';
import { withAccountIds } from './accounts-by-id.js';
import { handsBehind } from '../tokens/person-behind.js';
import { faultsOfDocument } from './faults-of-document.js';
import * as decisions from './govern-document.decision.js';
import type { DocumentRequest } from './govern-document.decision.js';

type Request = CommandRequest<DocumentRequest>;

/** R6.5: draft. What could not be put in force is refused with every fault named, unless it is kept as incomplete. */
export async function draftDocument(asked: Request, ledgerline: Ledgerline): Promise<CommandReply> {
  if (!mayDraft(asked.principal.roles)) return problem('not-allowed');
  const { type, incomplete = false } = asked.body;
  const body = withAccountIds(type, asked.body.body, ledgerline);
  const request = { ...asked, body: { ...asked.body, body } };
  const errors = await faultsOfDocument(type, body, ledgerline);
  if (errors.length > 0 && !incomplete) return { ...problem('invalid-document'), errors };
  return onDocument(request, ledgerline, decisions.draftDocument, { faults: errors });
}

/** Looked at again: a draft may be incomplete, and what it names may be gone since. */
export async function submitDocument(request: Request, ledgerline: Ledgerline): Promise<CommandReply> {
  if (!mayDraft(request.principal.roles)) return problem('not-allowed');
  const errors = await faultsOfVersion(request, ledgerline);
  if (errors.length > 0) return { ...problem('invalid-document'), errors };
  return onDocument(request, ledgerline, decisions.submitDocument);
}

export async function approveDocument(request: Request, ledgerline: Ledgerline): Promise<CommandReply> {
  if (!mayApprove(request.principal.roles)) return problem('not-allowed');
  const errors = await faultsOfVersion(request, ledgerline);
  if (errors.length > 0) return { ...problem('invalid-document'), errors };
  const isOwnDraft = await isDraftOf(request, ledgerline);
  if (isOwnDraft && !(await seesWholeLog(accountsCollection, ledgerline))) return problem('read-model-behind');
  // Whoever stands in for the only executive is not that executive: the draft waits for them.
  const isThemselves = request.principal.onBehalfOf === undefined;
  const isAlone = isOwnDraft && isThemselves && (await leadersUpTo(2, ledgerline)) < 2;
  return onDocument(request, ledgerline, decisions.approveDocument({ isOwnDraft, isAlone }));
}

export async function rejectDocument(request: Request, ledgerline: Ledgerline): Promise<CommandReply> {
  if (!mayApprove(request.principal.roles)) return problem('not-allowed');
  return onDocument(request, ledgerline, decisions.rejectDocument);
}

export async function withdrawDocument(request: Request, ledgerline: Ledgerline): Promise<CommandReply> {
  if (!mayDraft(request.principal.roles)) return problem('not-allowed');
  return onDocument(request, ledgerline, decisions.withdrawDocument);
}

async function onDocument(
  request: Request,
  ledgerline: Ledgerline,
  decide: Decide<DocumentRequest, GovernedDocument, DocumentEvent>,
  facts: Readonly<Record<string, unknown>> = {},
): Promise<CommandReply> {
  const handled = await ledgerline.commands.handle(streamOf(request), commandOf(request), { fold: documentFold, decide });
  const draft = handled.kind === 'accepted' ? { draft: request.body.draft ?? draftMadeBy(handled) } : {};
  return replyOf(request.body.code, handled, { ...draft, ...facts });
}

/** A repeat of a draft is told the draft that it made, not the newest. */
function draftMadeBy({
  outcome,
  state,
}: {
  readonly outcome: { readonly position: unknown; readonly events: readonly { id: string }[] };
  readonly state: GovernedDocument;
}): number | undefined {
  const event = outcome.events[0]?.id;
  return state?.versions.find(({ madeBy }) => madeBy === event)?.draft ?? state?.versions.length;
}

async function current(request: Request, ledgerline: Ledgerline): Promise<GovernedDocument> {
  return (await ledgerline.commands.current(streamOf(request), documentFold)).state;
}

async function faultsOfVersion(request: Request, ledgerline: Ledgerline) {
  const version = (await current(request, ledgerline))?.versions.find(({ draft }) => draft === request.body.draft);
  return version === undefined ? [] : faultsOfDocument(request.body.type, version.body, ledgerline);
}

/** By the same person: their account, a token that they issued, or in the power of the same absent one. */
async function isDraftOf(request: Request, ledgerline: Ledgerline): Promise<boolean> {
  const version = (await current(request, ledgerline))?.versions.find(({ draft }) => draft === request.body.draft);
  if (version === undefined) return false;
  const [drafter, approver] = await Promise.all(
    [drafterOf(version), handsOf(commandOf(request))].map((hands) => handsBehind(hands, ledgerline)),
  );
  return drafter !== undefined && approver !== undefined && shareHands(drafter, approver);
}

async function leadersUpTo(most: number, ledgerline: Ledgerline): Promise<number> {
  return (await ledgerline.live(accountsCollection)).count({ where: { leader: true } }, most);
}

function streamOf({ body: { type, code } }: Request) {
  return streamName('document', `${type}-${code}`);
}

export function mayDraft(roles: readonly string[]): boolean {
  return roles.some((role) => ['administrator', 'coordinator', 'leader', 'chairman'].includes(role));
}

function mayApprove(roles: readonly string[]): boolean {
  return roles.some((role) => role === 'leader' || role === 'chairman');
}
