/** Who asks, as the gateway has established it; services trust it and check authority again in `decide`. */
export interface Principal {
  readonly kind: 'person' | 'token' | 'caller' | 'system';
  readonly id: string;
  readonly roles: readonly string[];
  /** Department codes; `*` is every department (the first account until narrowed). */
  readonly departments: readonly string[];
  /** Of an API token: what more it may see. */
  readonly scopes?: readonly string[];
  /** How a person has signed in, where it was not by password. */
  readonly way?: 'oidc';
  /** The absent person whose roles and departments these are, where somebody stands in for them (ADR 0029). */
  readonly onBehalfOf?: string;
  /** What they hold themselves then: it bars them still. */
  readonly own?: { readonly roles: readonly string[]; readonly departments: readonly string[] };
}

/** What travels on `ledgerline.{site}.{service}.{command}`. */
export interface CommandRequest<Body = unknown> {
  /** Stream id of what the command is for. */
  readonly id: string;
  /** Command id: unique for ever within the stream. */
  readonly command: string;
  readonly body: Body;
  readonly principal: Principal;
  readonly expectedVersion?: number;
  readonly correlation?: string;
  readonly causation?: string;
  readonly trace?: string;
}

export type CommandReply =
  | {
      readonly kind: 'accepted';
      readonly id: string;
      readonly version: number;
      readonly position: string;
      readonly repeated: boolean;
      readonly events: readonly { readonly id: string; readonly version: number; readonly type: string }[];
      readonly facts?: Readonly<Record<string, unknown>>;
    }
  | Problem;

/** A refusal as it crosses the bus; the gateway gives it its HTTP status. */
export interface Problem {
  readonly kind: 'problem';
  readonly code: string;
  readonly facts?: Readonly<Record<string, unknown>>;
  readonly errors?: readonly { readonly pointer: string; readonly detail: string; readonly code?: string }[];
}

export function problem(code: string, facts?: Readonly<Record<string, unknown>>): Problem {
  return { kind: 'problem', code, ...(facts === undefined ? {} : { facts }) };
}

export interface QueryRequest<Body = unknown> {
  readonly body: Body;
  readonly principal: Principal;
  /** The read model has to have seen this position. */
  readonly after?: string;
}

export function busSubject(site: string, service: string, call: string): string {
  return `ledgerline.${site}.${service}.${call}`;
}
