import type { Vault } from '@ledgerline/kernel';

/** Secrets that texts are digested under. `accounts`: what accounts and identities at a provider are named by. */
export type SecretName = 'ids' | 'accounts' | 'ticket-secret' | 'set-up' | 'attachments' | 'second-factor';

/** What a hub hands to its sites, under the names that a site keeps them by: accounts are the same in all of them, and so are their second factors. */
export const handedOver = { ids: 'ids-of-hub', 'second-factor': 'second-factor-of-hub' } as const;

/** The installation's named secrets, at hand. */
export class Secrets {
  private readonly values = new Map<SecretName, Uint8Array>();

  constructor(private readonly vault: Pick<Vault, 'secret'>) {}

  /** @param hub the one that this installation has joined */
  async load(hub: string | undefined): Promise<void> {
    const [accounts, factors] =
      hub === undefined ? (['ids', 'second-factor'] as const) : [handedOver.ids, handedOver['second-factor']];
    const kept: readonly (readonly [SecretName, string])[] = [
      ['ids', 'ids'],
      ['accounts', accounts],
      ['ticket-secret', 'ticket-secret'],
      ['set-up', 'set-up'],
      ['attachments', 'attachments'],
      ['second-factor', factors],
    ];
    await Promise.all(kept.map(async ([name, of]) => this.values.set(name, await this.vault.secret(of))));
  }

  of(name: SecretName): Uint8Array {
    return this.values.get(name) as Uint8Array;
  }
}
