/** Services that decide commands from outside: a token's scope can be one of these families of commands. */
export const commandFamilies = ['intake', 'routing', 'department', 'notification', 'outreach', 'administration'] as const;

/**
 * What an API token can be narrowed to. `personal` adds: personal data in the feed. The others narrow what its roles may do: to looking (`read`), to the public
 * feed (`feed`), to every command (`write`), or to those of a family.
 */
export const tokenScopes = ['personal', 'read', 'feed', 'write', ...commandFamilies] as const;

/** What is asked of a scope: a look, the feed, or a command that this service decides. */
export type Scoped = 'read' | 'feed' | (typeof commandFamilies)[number];

/** A token with this scope is the link of the site of that name, and nothing else. */
const linkScope = /^site:([a-z][a-z0-9-]{0,29})$/;

/** The site whose link a token is. */
export function siteOfLink(scopes: readonly string[]): string | undefined {
  return scopes.length === 1 ? linkScope.exec(String(scopes[0]))?.[1] : undefined;
}

const narrowing: ReadonlySet<string> = new Set(tokenScopes.filter((scope) => scope !== 'personal'));

/** Whether a token may do less than its roles. */
export function isNarrowed(scopes: readonly string[]): boolean {
  return scopes.some((scope) => narrowing.has(scope) || linkScope.test(scope));
}

/** Whether a token may do it, as far as scopes go; its roles are asked too. Without a scope that narrows it may do all that its roles may. */
export function scopesAllow(scopes: readonly string[], what: Scoped): boolean {
  if (!isNarrowed(scopes) || scopes.includes(what)) return true;
  if (what === 'feed') return scopes.includes('read');
  return what !== 'read' && scopes.includes('write');
}
