import { streamName, type CommandHandling } from '@ledgerline/kernel';
import { documentFold, inForce, type DocumentType, type DocumentVersion } from './governed-document.js';

type Log = Pick<CommandHandling, 'current'>;
type Named = readonly [type: DocumentType, code: string];

/** The version of a governed document that is in force at an instant (RFC 3339, UTC), read from its stream. */
export async function versionInForce([type, code]: Named, at: string, log: Log): Promise<DocumentVersion | undefined> {
  const { state } = await log.current(streamName('document', `${type}-${code}`), documentFold);
  return inForce(state, at);
}

/** A version by its draft, whether or not it is in force still. */
export async function bodyOfDraft<Body>([type, code]: Named, draft: number, log: Log): Promise<Body | undefined> {
  const { state } = await log.current(streamName('document', `${type}-${code}`), documentFold);
  return state?.versions.find((version) => version.draft === draft)?.body as Body | undefined;
}
