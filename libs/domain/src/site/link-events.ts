import { hubJoined, organisationMirrored, type EventDefinition, type EventOf } from '@ledgerline/kernel';

/** What a site with hosts of its own puts on record of its link; folded by `linkFold`. */
export interface LinkEvents {
  /** The hub's name. From here on what is at home there is not written here. */
  [hubJoined]: { readonly hub: string };
  /** The organisation has come over whole: the site can sign people in though the link is down. */
  [organisationMirrored]: Readonly<Record<string, never>>;
}
export type LinkEvent = EventOf<LinkEvents>;

export const linkEventDefinitions: readonly EventDefinition[] = [hubJoined, organisationMirrored].map((type) => ({
  type,
  schema: 1,
}));
