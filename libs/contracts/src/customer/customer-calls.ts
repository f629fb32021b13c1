import * as body from './customer-commands.js';
import * as profile from './profile-commands.js';

/** `POST /customers/{id}/{step}`: the command, the shape of its body and what it is for. */
export const customerCalls: Readonly<
  Record<string, { readonly call: string; readonly body: new () => object; readonly summary: string }>
> = {
  restrictions: { call: 'restrict-customer', body: body.RestrictCustomer, summary: 'Restrict, or propose it' },
  'restrictions/lift': { call: 'lift-restriction', body: body.LiftRestriction, summary: 'End a restriction' },
  merge: { call: 'merge-customer', body: body.MergeCustomer, summary: 'Found to be the same as another customer' },
  unmerge: { call: 'unmerge-customer', body: body.UnmergeCustomer, summary: 'They are two after all' },
  'dismiss-likeness': { call: 'dismiss-likeness', body: body.DismissLikeness, summary: 'Alike, and somebody else' },
  profile: { call: 'describe-profile', body: profile.DescribeProfile, summary: 'Name, organisation, channel, language' },
  'add-entry': { call: 'add-entry', body: profile.AddEntry, summary: 'A number, address, product, concern or note more' },
  'correct-entry': { call: 'correct-entry', body: profile.CorrectEntry, summary: 'It is something else' },
  'withdraw-entry': { call: 'withdraw-entry', body: profile.WithdrawEntry, summary: 'It holds no more' },
  'give-consent': { call: 'give-consent', body: profile.SayConsent, summary: 'They agreed to be turned to' },
  'withdraw-consent': { call: 'withdraw-consent', body: profile.SayConsent, summary: 'They do not agree any more' },
  'do-not-call': { call: 'set-do-not-call', body: profile.SetDoNotCall, summary: 'They do not want to be called' },
  'do-not-call/lift': { call: 'lift-do-not-call', body: profile.SetDoNotCall, summary: 'They may be called again' },
};
