/** What a hub answers to a site with hosts of its own (ADR 0048). Keys stand in it sealed for the site alone. */
export interface LinkAnswers {
  /** `sealed`: a JWE. */
  'post /link/join': { readonly hub: string; readonly sealed: string };
  'get /link/place': {
    readonly hub: string;
    /** The hub's public key, X25519. */
    readonly sealTo: string;
    readonly place: string | null;
  };
  'post /link/commits': { readonly place: string | null };
}
