import { isAddressed, rightsOfAccount, worksHere, type Account, type AnnouncementAudience } from '@ledgerline/domain';
import type { Ledgerline } from '@ledgerline/host';
import { accountsCollection } from '../accounts/account-list.projection.js';
import { departmentsCollection } from '../departments/department-list.projection.js';

/** Accounts looked at in one go. */
const atOnce = 1_000;

/** The accounts that an audience is now, in the order of the list. */
export async function accountsAddressed(audience: AnnouncementAudience, ledgerline: Ledgerline): Promise<readonly string[]> {
  const accounts = await ledgerline.live(accountsCollection);
  const siteOf = await sitesOfDepartments(ledgerline);
  const found: string[] = [];
  for (let cursor: string | undefined; ;) {
    const page = await accounts.find({ where: { kind: 'account' }, limit: atOnce, ...(cursor === undefined ? {} : { cursor }) });
    for (const { id, document } of page.items) {
      const rights = rightsOfAccount(document as unknown as NonNullable<Account>);
      if (!document.deactivated && worksHere(rights.roles) && isAddressed(audience, { id, ...rights }, siteOf)) found.push(id);
    }
    if (page.next === undefined) return found;
    cursor = page.next;
  }
}

async function sitesOfDepartments(ledgerline: Ledgerline): Promise<(department: string) => string | undefined> {
  const departments = await ledgerline.live(departmentsCollection);
  const { items } = await departments.find({ where: { kind: 'department' }, sort: ['code'], limit: atOnce });
  const sites = new Map(items.map(({ document }) => [document.code, document.site]));
  return (department) => sites.get(department);
}
