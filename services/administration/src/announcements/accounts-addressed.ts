import { isAddressed, rightsOfAccount, worksHere, type Account, type AnnouncementAudience } from '@ledgerline/domain';
import type { Ledgerline } from '@ledgerline/host';
import { everyDocument } from '@ledgerline/kernel';
import { accountsCollection } from '../accounts/account-list.projection.js';
import { departmentsCollection } from '../departments/department-list.projection.js';

/** The accounts that an audience is now, in the order of the list. */
export async function accountsAddressed(audience: AnnouncementAudience, ledgerline: Ledgerline): Promise<readonly string[]> {
  const siteOf = audience.sites === undefined ? () => undefined : await sitesOfDepartments(ledgerline);
  const found: string[] = [];
  for await (const { id, document } of everyDocument(await ledgerline.live(accountsCollection), { where: { kind: 'account' } })) {
    const rights = rightsOfAccount(document as unknown as NonNullable<Account>);
    if (!document.deactivated && worksHere(rights.roles) && isAddressed(audience, { id, ...rights }, siteOf)) found.push(id);
  }
  return found;
}

async function sitesOfDepartments(ledgerline: Ledgerline): Promise<(department: string) => string | undefined> {
  const sites = new Map<string, string | undefined>();
  const query = { where: { kind: 'department' }, sort: ['code'] };
  for await (const { document } of everyDocument(await ledgerline.live(departmentsCollection), query))
    sites.set(document.code, document.site);
  return (department) => sites.get(department);
}
