import type { Site, SiteEvent } from '@ledgerline/domain';
import { rejected, type Decide } from '@ledgerline/kernel';

type DecideSite<Body> = Decide<Body, Site, SiteEvent>;
interface WithReason {
  readonly reason: string;
}

export const openSite: DecideSite<{ readonly code: string; readonly name: string }> = ({ code, name }, site) =>
  site === undefined ? [{ type: 'SiteOpened', data: { code, name } }] : rejected('site-exists', { code });

export const renameSite: DecideSite<WithReason & { readonly name: string }> = ({ name, reason }, site) => {
  if (site === undefined) return rejected('site-not-found');
  if (site.name === name) return rejected('nothing-to-change');
  return [{ type: 'SiteRenamed', data: { name, reason } }];
};

/** The site that this installation is never closes: what is registered here is registered there. */
export function closeSite(own: string): DecideSite<WithReason> {
  return ({ reason }, site) => {
    if (site === undefined) return rejected('site-not-found');
    if (site.code === own) return rejected('own-site-stays-open', { site: own });
    if (!site.open) return rejected('already-closed');
    return [{ type: 'SiteClosed', data: { reason } }];
  };
}

/** It runs on hosts of its own from now on. The site that this installation is does so already, and a closed one has nothing to run. */
export function joinSite(own: string): DecideSite<unknown> {
  return (_body, site) => {
    if (site === undefined) return rejected('site-not-found');
    if (site.code === own) return rejected('own-site', { site: own });
    if (!site.open) return rejected('site-is-closed');
    return site.joined === true ? rejected('already-joined') : [{ type: 'SiteJoined', data: {} }];
  };
}

export const reopenSite: DecideSite<WithReason> = ({ reason }, site) => {
  if (site === undefined) return rejected('site-not-found');
  if (site.open) return rejected('not-closed');
  return [{ type: 'SiteReopened', data: { reason } }];
};
