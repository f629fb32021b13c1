import { categoryOf, eventTypesIn, idOf, isIn, openCommit, streamName, type StoredCommit, type StreamName } from '../commit.js';
import type { Fold } from '../decider.js';
import type { EventStore } from '../event-store.js';
import { homedAtHub, namedAfter } from './categories.js';

/** Stands in a site's own log alone: which hub it has joined. */
export const linkStream: StreamName = 'link.hub';
/** The first word of that stream, `{hub}`. */
export const hubJoined = 'HubJoined';
/** The site has the hub's organisation whole, as it was when it joined. */
export const organisationMirrored = 'OrganisationMirrored';
/** In the site's stream, at the hub: it runs on hosts of its own. */
export const siteJoined = 'SiteJoined';

/** What a site knows of its link. `site`: its own name when it joined; `whole`: it has had the organisation once. */
export interface Link {
  readonly hub: string;
  readonly site: string;
  readonly whole: boolean;
}

export const linkFold: Fold<Link | undefined> = {
  initial: undefined,
  evolve: (link, { type, data, meta }) => {
    if (type === hubJoined) return { hub: (data as { readonly hub: string }).hub, site: meta.site, whole: false };
    return link && type === organisationMirrored ? { ...link, whole: true } : link;
  },
};

/**
 * Where streams are at home. Each event names the installation that wrote it (`meta.site`), and only a stream's home appends to it: so a stream's
 * last event says whose it is. That other name means another installation only where the log says that there is one; an installation
 * whose own name was changed is none.
 */
export class Homes {
  private hubKnown: string | undefined;
  private readonly joined = new Set<string>();

  constructor(
    private readonly store: Pick<EventStore, 'load'>,
    private readonly own: string,
  ) {}

  /** The hub that this installation has joined. */
  async hub(): Promise<string | undefined> {
    if (this.hubKnown === undefined) {
      const events = (await this.store.load(linkStream)).flatMap((commit) => openCommit(commit).events);
      this.hubKnown = events.reduce(linkFold.evolve, linkFold.initial)?.hub;
    }
    return this.hubKnown;
  }

  /**
   * The installation, other than this one, whose a stream is.
   * @param writtenAt `meta.site` of the stream's last event; undefined for a stream that is none yet
   * @returns undefined, at once, for nearly everything
   */
  elsewhere(stream: StreamName, writtenAt: string | undefined): Promise<string | undefined> | undefined {
    if (writtenAt === this.own) return undefined;
    if (writtenAt !== undefined) return this.homeBehind(stream, writtenAt);
    if (isIn(stream, homedAtHub)) return this.hub();
    const category = namedAfter[categoryOf(stream)];
    return category === undefined ? undefined : this.homeOf(streamName(category, idOf(stream)));
  }

  /** The same of a stream as it stands in the log. */
  async homeOf(stream: StreamName): Promise<string | undefined> {
    const last = (await this.store.load(stream)).at(-1);
    return this.elsewhere(stream, last && siteOf(last));
  }

  /** Whether events of this `meta.site` were written by another installation. */
  isElsewhere(site: string): boolean | Promise<boolean> {
    if (site === this.own) return false;
    return this.joined.has(site) || this.isOther(site);
  }

  /** A joined site's copy of the hub's streams may also hold what the hub wrote under an earlier name of its own. */
  private async homeBehind(stream: StreamName, writtenAt: string): Promise<string | undefined> {
    if (await this.isElsewhere(writtenAt)) return writtenAt;
    return isIn(stream, homedAtHub) ? this.hub() : undefined;
  }

  private async isOther(site: string): Promise<boolean> {
    if ((await this.hub()) === site || (await this.hasJoined(site))) this.joined.add(site);
    return this.joined.has(site);
  }

  private async hasJoined(site: string): Promise<boolean> {
    const commits = await this.store.load(streamName('site', site));
    return commits.some((commit) => eventTypesIn(commit).includes(siteJoined));
  }
}

/** `meta.site` of its events, which a commit's events share. */
export function siteOf(stored: Pick<StoredCommit, 'text' | 'commit'>): string | undefined {
  return openCommit(stored).events.at(-1)?.meta.site;
}
