/** States of a call as telephone systems tell them, in the order in which one follows the other. */
export const callStates = ['queued', 'answered', 'held', 'retrieved', 'abandoned', 'ended', 'wrapped-up'] as const;
export type CallState = (typeof callStates)[number];

/** What an agent does (R12): `off` is signed off from the telephone. Who is on a call is `ready`; that they are, the call says. */
export const agentStates = ['ready', 'break', 'after-call-work', 'off'] as const;
export type AgentState = (typeof agentStates)[number];

/** Where a call is now. What its agent does after it is the agent's state: not every telephone system tells when that is over. */
export const callStandings = ['waiting', 'talking', 'held', 'over'] as const;
export type CallStanding = (typeof callStandings)[number];
