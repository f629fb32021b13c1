import { roles as allRoles } from '../authority/roles.js';

export interface Rights {
  readonly roles: readonly string[];
  readonly departments: readonly string[];
}

/** What an account holds; every role and department until it was narrowed. */
export function rightsOfAccount({ unrestricted, roles, departments }: Rights & { readonly unrestricted: boolean }): Rights {
  return unrestricted ? { roles: allRoles, departments: ['*'] } : { roles, departments };
}
