import type { Actor } from '@ledgerline/kernel';

/** The parts of a command that the host itself has to know; `contracts` has the whole. */
export interface CommandRequest<Body = unknown> {
  readonly id: string;
  readonly command: string;
  readonly body: Body;
  readonly principal: {
    readonly kind: Actor['kind'];
    readonly id: string;
    readonly roles: readonly string[];
    readonly departments: readonly string[];
    /** Of an API token. */
    readonly scopes?: readonly string[];
    /** The absent person whose roles and departments these are, where somebody stands in. */
    readonly onBehalfOf?: string;
    /** What they hold themselves then: it bars them still. */
    readonly own?: { readonly roles: readonly string[]; readonly departments: readonly string[] };
  };
  readonly expectedVersion?: number;
  readonly correlation?: string;
  readonly causation?: string;
  readonly trace?: string;
  readonly at?: string;
  readonly origin?: { readonly source: string; readonly reference: string };
}

export interface AcceptedReply {
  readonly kind: 'accepted';
  readonly id: string;
  readonly version: number;
  readonly position: string;
  readonly repeated: boolean;
  readonly events: readonly { readonly id: string; readonly version: number; readonly type: string }[];
  readonly facts?: Readonly<Record<string, unknown>>;
}

export interface ProblemReply {
  readonly kind: 'problem';
  readonly code: string;
  readonly facts?: Readonly<Record<string, unknown>>;
  readonly errors?: readonly { readonly pointer: string; readonly detail: string; readonly code?: string }[];
}

export type CommandReply = AcceptedReply | ProblemReply;
