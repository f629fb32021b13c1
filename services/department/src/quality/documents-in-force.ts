import { documentFold, inForce, type DocumentType, type GovernedDocument, type PinnedVersion } from '@ledgerline/domain';
import type { Ledgerline } from '@ledgerline/host';
import { instantText, streamName } from '@ledgerline/kernel';

type Log = Pick<Ledgerline, 'commands' | 'clock'>;

/** A governed document that is in force now, with the version that is; undefined where none is. */
export async function documentInForce<Body>(
  type: DocumentType,
  code: string,
  ledgerline: Log,
): Promise<{ readonly version: PinnedVersion; readonly body: Body } | undefined> {
  const document = await documentOf(type, code, ledgerline);
  const version = inForce(document, instantText(ledgerline.clock.now()));
  return version && { version: { code, draft: version.draft }, body: version.body as Body };
}

/** The version that something is pinned to: it never changes and never goes away. */
export async function pinnedDocument<Body>(type: DocumentType, { code, draft }: PinnedVersion, ledgerline: Log): Promise<Body> {
  const version = (await documentOf(type, code, ledgerline))?.versions.find((one) => one.draft === draft);
  if (version === undefined) throw new TypeError(`there is no ${type} ${code}.${draft}`);
  return version.body as Body;
}

export async function documentOf(
  type: DocumentType,
  code: string,
  { commands }: Pick<Log, 'commands'>,
): Promise<GovernedDocument> {
  return (await commands.current(streamName('document', `${type}-${code}`), documentFold)).state;
}
