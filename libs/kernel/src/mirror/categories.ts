/**
 * Which streams go from one installation to another (rule 12). Fixed by category, because who may write a stream that is none yet has to
 * be known before there is anything in it.
 */

/** At home at the hub, wherever they are read: what signing in and the rules need. A site that has joined writes none of them. */
export const homedAtHub = ['site', 'department', 'account', 'identity', 'document', 'article'] as const;

/** At home where they were begun; the hub keeps a copy of each site's. */
export const sourcedByHub = [
  'ticket', 'contact', 'attachment', 'customer', 'profile', 'mail', 'outgoing-mail', 'call', 'person',
] as const; // prettier-ignore

/** Of these a stream is named after one of another category, and is at home where that one is. */
export const namedAfter: Readonly<Record<string, string>> = { profile: 'customer' };
