/** How it goes with a site's link to its hub, as the process says that keeps it. */
export interface LinkHealth {
  readonly hub: string;
  /** `down`: the hub does not answer, and the site goes on alone. `stands-still`: it answers, and somebody has to see to it. */
  readonly state: 'up' | 'down' | 'stands-still';
  /** When the hub last answered: RFC 3339; null: not since this process began. */
  readonly heardAt: string | null;
  /** Commits that the other end has not got yet, counted in the log they are read from; null where that is not known. */
  readonly behind: { readonly fromHub: number | null; readonly toHub: number | null };
  readonly why?: string;
}

/** A site as its hub last heard of it. */
export interface SiteHeard {
  readonly site: string;
  readonly heardAt: string;
  /** Commits of its log that were not here yet when it last sent some. */
  readonly behind: number | null;
}

/** What this process knows of links: its own to a hub, and those of the sites that ask it. */
export class LinkWatch {
  private link: LinkHealth | undefined;
  private readonly sites = new Map<string, SiteHeard>();

  /** @param health undefined: another process keeps it from now on */
  report(health: LinkHealth | undefined): void {
    this.link = health;
  }

  health(): LinkHealth | undefined {
    return this.link;
  }

  heard(site: string, heardAt: string, behind: number | null = this.sites.get(site)?.behind ?? null): void {
    this.sites.set(site, { site, heardAt, behind });
  }

  heardSites(): readonly SiteHeard[] {
    return [...this.sites.values()];
  }
}
