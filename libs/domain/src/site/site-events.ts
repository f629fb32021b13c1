import { noRuleFor, type EventDefinition, type Fold, type EventOf } from '@ledgerline/kernel';

/** A site (分中心) of the centre. Reasons are about the organisation, name nobody and stand in plain. */
export interface SiteEvents {
  SiteOpened: { readonly code: string; readonly name: string };
  SiteRenamed: { readonly name: string; readonly reason: string };
  /** Nothing moves there any more; tickets that are there stay until they are moved. */
  SiteClosed: { readonly reason: string };
  SiteReopened: { readonly reason: string };
  /** It runs on hosts of its own from now on: an installation that has joined this one, its hub. */
  SiteJoined: Readonly<Record<string, never>>;
}
export type SiteEventType = keyof SiteEvents;
export type SiteEvent = EventOf<SiteEvents>;

export const siteEventDefinitions: readonly EventDefinition[] = (
  ['SiteOpened', 'SiteRenamed', 'SiteClosed', 'SiteReopened', 'SiteJoined'] as const
).map((type) => ({ type, schema: 1 }));

export type Site = { readonly code: string; readonly name: string; readonly open: boolean; readonly joined?: true } | undefined;

export const siteFold: Fold<Site> = {
  initial: undefined,
  evolve(site, recorded) {
    const event = recorded as unknown as SiteEvent;
    if (event.type === 'SiteOpened') return { ...event.data, open: true };
    if (site === undefined) return site;
    switch (event.type) {
      case 'SiteRenamed':
        return { ...site, name: event.data.name };
      case 'SiteClosed':
        return { ...site, open: false };
      case 'SiteReopened':
        return { ...site, open: true };
      case 'SiteJoined':
        return { ...site, joined: true };
      default:
        return noRuleFor(event);
    }
  },
};
