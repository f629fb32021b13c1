import { problem, type OpenSite } from '@ledgerline/contracts';
import { siteFold, siteOfLink, type Site, type SiteEvent } from '@ledgerline/domain';
import { commandOf, replyOf, type CommandReply, type CommandRequest, type Ledgerline } from '@ledgerline/host';
import { streamName, type Decide } from '@ledgerline/kernel';
import { closeSite, joinSite, openSite, renameSite, reopenSite } from './site.decisions.js';
import { sitesCollection } from './site-list.projection.js';

/** `POST /sites`. The code is the stream. */
export const openSiteHere = onSite<OpenSite>(() => openSite);
export const renameSiteHere = onSite<OpenSite & { readonly reason: string }>(() => renameSite);
export const closeSiteHere = onSite<{ readonly reason: string }>(closeSite);
export const reopenSiteHere = onSite<{ readonly reason: string }>(() => reopenSite);

function onSite<Body>(decision: (own: string) => Decide<Body, Site, SiteEvent>) {
  return async (request: CommandRequest<Body>, ledgerline: Ledgerline): Promise<CommandReply> => {
    if (!request.principal.roles.some((role) => role === 'administrator' || role === 'system')) return problem('not-allowed');
    const handled = await ledgerline.commands.handle(streamName('site', request.id), commandOf(request), {
      fold: siteFold,
      decide: decision(ledgerline.configuration.site),
    });
    return replyOf(request.id, handled);
  };
}

/** By the token that is the site's link, as often as the site begins. */
export async function joinSiteHere(request: CommandRequest, ledgerline: Ledgerline): Promise<CommandReply> {
  if (siteOfLink(request.principal.scopes ?? []) !== request.id) return problem('not-allowed');
  const handled = await ledgerline.commands.handle(streamName('site', request.id), commandOf(request), {
    fold: siteFold,
    decide: joinSite(ledgerline.configuration.site),
  });
  return replyOf(request.id, handled);
}

/** `own`: the one that this installation is. */
export type ShownSite = NonNullable<Site> & { readonly own: boolean };

export async function listSites(_request: unknown, ledgerline: Ledgerline) {
  const sites = await ledgerline.live(sitesCollection);
  const page = await sites.find({ where: { kind: 'site' }, sort: ['code'], limit: 1_000 });
  return page.items.map(({ document }): ShownSite => ({ ...document, own: document.code === ledgerline.configuration.site }));
}
