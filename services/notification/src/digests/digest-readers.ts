import type { Principal } from '@ledgerline/contracts';
import { accountFold, rightsOfAccount, type DigestReader, type DigestScope } from '@ledgerline/domain';
import type { Ledgerline } from '@ledgerline/host';
import { streamName } from '@ledgerline/kernel';

/** For whose eyes a digest is made, and of which department it is. */
export interface AddressedDigest {
  readonly principal: Principal;
  readonly department?: string;
}

const system = { kind: 'system', id: 'digests', roles: ['system'], departments: [] } as const;

/** The accounts behind a schedule's readers as they are now, each with its rights of now; the same digest goes to nobody twice. */
export class DigestReaders {
  constructor(private readonly ledgerline: Pick<Ledgerline, 'ask' | 'commands'>) {}

  async of(readers: readonly DigestReader[], scope: DigestScope): Promise<readonly AddressedDigest[]> {
    const found = new Map<string, AddressedDigest>();
    for (const reader of readers)
      for (const one of await this.addressed(reader, scope)) found.set(`${one.principal.id} ${one.department ?? ''}`, one);
    return [...found.values()];
  }

  private async addressed(reader: DigestReader, scope: DigestScope): Promise<readonly AddressedDigest[]> {
    if ('role' in reader && reader.role === 'manager') return this.managers(reader, scope);
    const ids = 'account' in reader ? [reader.account] : await this.holders({ role: reader.role });
    const principals = await this.principals(ids);
    if (scope === 'centre') return principals.map((principal) => ({ principal }));
    return principals.flatMap((principal) => {
      const own = principal.departments.filter((one) => one !== '*');
      return (reader.departments ?? own).map((department) => ({ principal, department }));
    });
  }

  /** Each manager gets the digest of each department that they lead. */
  private async managers({ departments }: DigestReader, scope: DigestScope): Promise<readonly AddressedDigest[]> {
    const all: AddressedDigest[] = [];
    for (const department of departments ?? (await this.departments())) {
      const principals = await this.principals(await this.holders({ role: 'manager', department }));
      all.push(...principals.map((principal) => (scope === 'centre' ? { principal } : { principal, department })));
    }
    return all;
  }

  private async departments(): Promise<readonly string[]> {
    type Listed = { readonly code: string; readonly deactivated?: boolean };
    const all = await this.ledgerline.ask<readonly Listed[]>('administration', 'departments', { body: {}, principal: system });
    return all.filter(({ deactivated }) => deactivated !== true).map(({ code }) => code);
  }

  private async holders(body: { readonly role: string; readonly department?: string }): Promise<readonly string[]> {
    type Answer = { readonly ids?: readonly string[]; readonly code?: string };
    const answer = await this.ledgerline.ask<Answer>('administration', 'who-holds', { body, principal: system });
    if (answer.ids === undefined) throw new Error(`who holds ${body.role}? ${answer.code}`);
    return answer.ids;
  }

  private async principals(ids: readonly string[]): Promise<readonly Principal[]> {
    const found = await Promise.all(ids.map((id) => this.principal(id)));
    return found.filter((one) => one !== undefined);
  }

  /** undefined where nobody can sign in with it. */
  private async principal(id: string): Promise<Principal | undefined> {
    const { state } = await this.ledgerline.commands.current(streamName('account', id), accountFold);
    return state === undefined || state.deactivated ? undefined : { kind: 'person', id, ...rightsOfAccount(state) };
  }
}
