/** Names a person's key; it stands in events as `person`. `[a-z0-9]{16,40}`, random, says nothing about the person. */
export type KeyId = string;

/** 32 bytes, or what is left of them after an erasure. */
export type PersonKey = Uint8Array | 'destroyed';

export class UnknownKey extends Error {
  override readonly name = 'UnknownKey';
  readonly code = 'unknown-key';
}

/** One thing that a vault holds, plain: for moving to another vault, never for a file. */
export type VaultEntry =
  | { readonly kind: 'person' | 'secret'; readonly id: string; readonly value: Uint8Array }
  | { readonly kind: 'destroyed'; readonly id: KeyId };

/**
 * Keys of persons and secrets of the installation, outside the log (rule 5). A key that has been handed out is durable;
 * a destroyed one is gone from every file of the store, and its id is remembered for ever so that a restored backup
 * destroys it again.
 */
export interface Vault {
  /** A new person's key. Durable before it answers. Never the same twice, whatever crashes between. */
  newPerson(): Promise<KeyId>;
  /** The keys asked for; an id that this vault never gave out is an UnknownKey. */
  keys(persons: readonly KeyId[]): Promise<ReadonlyMap<KeyId, PersonKey>>;
  /** Destroys keys durably. Ids it never gave out are remembered as destroyed too (restore lists come from elsewhere). */
  destroy(persons: readonly KeyId[]): Promise<void>;
  /** Takes over what another vault holds, durably; what is here already stays, and what was destroyed here stays destroyed. */
  adopt(entries: readonly VaultEntry[]): Promise<void>;
  /** Every destroyed id, for backups. */
  destroyed(): Promise<readonly KeyId[]>;
  /** A named 32-byte secret of the installation (`command-digest`, `ticket-secret`, …), made at first use, then for ever the same. */
  secret(name: string): Promise<Uint8Array>;
  close(): Promise<void>;
}
