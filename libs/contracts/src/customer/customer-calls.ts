import * as body from './customer-commands.js';

/** `POST /customers/{id}/{step}`: the command, the shape of its body and what it is for. */
export const customerCalls: Readonly<
  Record<string, { readonly call: string; readonly body: new () => object; readonly summary: string }>
> = {
  restrictions: { call: 'restrict-customer', body: body.RestrictCustomer, summary: 'Restrict, or propose it' },
  'restrictions/lift': { call: 'lift-restriction', body: body.LiftRestriction, summary: 'End a restriction' },
  merge: { call: 'merge-customer', body: body.MergeCustomer, summary: 'Found to be the same as another customer' },
  unmerge: { call: 'unmerge-customer', body: body.UnmergeCustomer, summary: 'They are two after all' },
  'dismiss-likeness': { call: 'dismiss-likeness', body: body.DismissLikeness, summary: 'Alike, and somebody else' },
};
