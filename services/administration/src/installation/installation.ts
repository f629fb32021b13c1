import {
  accountFold,
  documentFold,
  type Account,
  type AccountEvent,
  type DocumentEvent,
  type GovernedDocument,
} from '@ledgerline/domain';
import { accountIdOf, type CommandRequest, type Ledgerline } from '@ledgerline/host';
import { rejected, streamName, type Actor } from '@ledgerline/kernel';
import { timingSafeEqual } from 'node:crypto';
import { problem, type Problem } from '@ledgerline/contracts';
import { createAccount } from '../accounts/accounts.js';
import { hashPassword } from '../accounts/password.js';
import { createDepartment } from '../departments/departments.js';
import { openSiteHere } from '../sites/sites.js';
import { shippedDocuments } from './shipped-documents.js';

const system: Actor = { kind: 'system', id: 'installation', roles: ['system'] };
const principal = { kind: 'system', id: 'installation', roles: ['system'], departments: [] } as const;

/** What a new installation has (interface.md). Every command has a fixed id, so that each start may repeat it. */
export async function installWhatIsMissing(ledgerline: Ledgerline): Promise<void> {
  // A site has what its hub has, and founds nothing of its own.
  if ((await ledgerline.homes.hub()) !== undefined) return;
  const request = <Body>(id: string, body: Body): CommandRequest<Body> => ({ id, command: `install-${id}`, body, principal });
  const { site } = ledgerline.configuration;
  await openSiteHere(request(site, { code: site, name: site }), ledgerline);
  await createDepartment(request('call-centre', { code: 'call-centre', name: '呼叫中心' }), ledgerline);
  for (const shipped of shippedDocuments) await installDocument(shipped, ledgerline);
  const admin = { username: 'admin', name: '系统管理员', roles: [], departments: [], unrestricted: true };
  await createAccount(request('admin', {}), admin, ledgerline);
  const { adminPassword } = ledgerline.configuration;
  if (adminPassword !== undefined) await setFirstPassword(adminPassword, ledgerline);
}

async function installDocument({ type, code, body }: (typeof shippedDocuments)[number], ledgerline: Ledgerline): Promise<void> {
  const { effectiveFrom } = body as { effectiveFrom: string };
  await ledgerline.commands.handle<unknown, GovernedDocument, DocumentEvent>(
    streamName('document', `${type}-${code}`),
    { id: 'install', data: {}, actor: system },
    {
      fold: documentFold,
      decide: (_command, document) =>
        document
          ? rejected('document-exists')
          : [
              { type: 'DocumentDrafted', data: { type, code, draft: 1, body } },
              { type: 'DocumentSubmitted', data: { draft: 1 } },
              { type: 'DocumentApproved', data: { draft: 1, effectiveFrom, shipped: true, ownDraft: false } },
            ],
    },
  );
}

/** The path of the one-time set-up page, while the first account has no password; undefined after. */
export async function setUpPath(ledgerline: Ledgerline): Promise<string | undefined> {
  if ((await ledgerline.homes.hub()) !== undefined) return undefined;
  return (await firstAccount(ledgerline))?.passwordHash === undefined ? `/setup#${setUpKey(ledgerline)}` : undefined;
}

/** `POST /setup {key, password}`: once. */
export async function setUp(
  { body }: { readonly body: { key: string; password: string } },
  ledgerline: Ledgerline,
): Promise<Problem | { kind: 'done' }> {
  const [given, wanted] = [Buffer.from(body.key), Buffer.from(setUpKey(ledgerline))];
  if (given.length !== wanted.length || !timingSafeEqual(given, wanted)) return problem('not-allowed');
  return (await setFirstPassword(body.password, ledgerline)) ? { kind: 'done' } : problem('already-set-up');
}

/** True where it was this call that set it. A password that is there is never changed by the environment. */
async function setFirstPassword(password: string, ledgerline: Ledgerline): Promise<boolean> {
  const account = await firstAccount(ledgerline);
  if (account === undefined || account.passwordHash !== undefined) return false;
  const passwordHash = await hashPassword(password);
  const handled = await ledgerline.commands.handle<unknown, Account, AccountEvent>(
    streamName('account', accountIdOf('admin', ledgerline)),
    { id: 'first-password', data: {}, actor: system },
    {
      fold: accountFold,
      decide: (_command, state) =>
        state && state.passwordHash === undefined
          ? [{ type: 'PasswordSet', data: { person: state.person, passwordHash } }]
          : rejected('already-set-up'),
    },
  );
  return handled.kind === 'accepted' && !handled.repeated;
}

async function firstAccount(ledgerline: Ledgerline): Promise<Account> {
  return (await ledgerline.commands.current(streamName('account', accountIdOf('admin', ledgerline)), accountFold)).state;
}

function setUpKey(ledgerline: Ledgerline): string {
  return ledgerline.digest('set-up', 'first account');
}
