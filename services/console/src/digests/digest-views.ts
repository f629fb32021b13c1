import type { InTwoLanguages, ShownDigest } from '@ledgerline/contracts';

/** A digest in the list of those that were delivered. */
export interface DigestHead {
  readonly id: string;
  readonly title: InTwoLanguages;
  readonly departmentName: string | null;
  readonly period: { readonly name: string };
  readonly at: string;
}

export type DigestView = ShownDigest;
