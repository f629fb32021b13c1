/** An agent in a state, as `/agent-states` and `/wallboard` tell of them. */
export interface AgentView {
  readonly agent: string;
  readonly team: string | null;
  readonly state: string;
  readonly reason: string | null;
  readonly since: string;
  readonly enteredLate: boolean;
  readonly call: { readonly standing: string; readonly since: string; readonly queue?: string } | null;
}

export interface QueueView {
  readonly queue: string;
  readonly zh: string;
  readonly en: string;
  readonly waiting: number;
  readonly longestSince: string | null;
  readonly talking: number;
  readonly today: {
    readonly offered: number;
    readonly answered: number;
    readonly abandoned: number;
    readonly serviceLevel: number | null;
    readonly abandonedShare: number | null;
    readonly speedOfAnswerSeconds: number | null;
  } | null;
}

export interface WallboardView {
  readonly asOf: string;
  readonly serviceLevel: { readonly within: number; readonly target: number };
  readonly queues: readonly QueueView[];
  readonly states: Readonly<Record<string, number>>;
  readonly agents: readonly AgentView[];
}
