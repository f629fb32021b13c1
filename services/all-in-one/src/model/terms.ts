import type { HoldReason, Matter, Part } from './matter.js';
import { leadOf, without } from './matter.js';

const hour = 3_600_000;
const day = 24 * hour;

/**
 * The rules of the house that the model is tried under: every limit in elapsed time, so that the model can measure it with a
 * stopwatch and needs no calendar (the arithmetic of calendars has specs of its own). `policy.ts` writes them as a policy.
 */
export const terms = {
  toReturn: 4 * hour,
  toHandle: 72 * hour,
  toHandleUrgently: 20 * hour,
  /** Who does not answer holds nothing up for ever. */
  callerSilence: 5 * day,
  extensions: { count: 2, most: 3 * day },
  returns: 2,
  archiveAfter: day,
  /** To call back who was not answered: warned of at half of it, escalated when it is over and every hour after. */
  toCallBack: 2 * hour,
  returnCallAttempts: 3,
  surveyAttempts: 3,
  /** Ratings at or under it are dissatisfaction. */
  dissatisfied: 2,
  holds: {
    handle: ['awaiting-caller', 'third-party'],
    resolve: ['awaiting-caller'],
    dispatch: ['third-party'],
    reply: ['force-majeure'],
  },
} as const;

/** What starts to run when a department is given its part. */
export function freshStopwatches(urgent: boolean) {
  const { toReturn, toHandle, toHandleUrgently } = terms;
  const all = { toReturn, toHandle, toHandleUnextended: toHandle };
  return urgent ? { ...all, toHandleUrgently } : all;
}

/** What is left of the department's `handle` now. */
export function leftOf({ level }: Matter, { toHandle, toHandleUrgently }: Part): number {
  return level === 'urgent' && toHandleUrgently !== undefined ? Math.min(toHandle, toHandleUrgently) : toHandle;
}

/** deadlines.md, "Holds": the reasons that some clock lists which such a hold would hold. */
export function reasonsToHold(matter: Matter, department: string | undefined): readonly HoldReason[] {
  const { holds } = terms;
  if (department !== undefined) return [...holds.handle, ...holds.resolve];
  const dispatch = matter.status === 'registered' ? holds.dispatch : [];
  return [...holds.resolve, ...dispatch, ...(matter.status === 'to-reply' ? holds.reply : [])];
}

/** Time goes by. */
export function pass(matter: Matter, time: number): Matter {
  return { ...matter, now: matter.now + time, parts: matter.parts.map((part) => passOf(part, time)) };
}

function passOf(part: Part, time: number): Part {
  const { asked, stage, hold, toHandleUrgently } = part;
  const waits = asked === undefined ? 0 : Math.max(0, Math.min(time, terms.callerSilence - asked));
  const stands = isSuspended(stage) || (hold !== undefined && (terms.holds.handle as readonly string[]).includes(hold));
  const after = (left: number) => (left < 0 ? left - time : stands ? left : left - (time - waits));
  return {
    ...part,
    toReturn: part.toReturn - time,
    toHandle: after(part.toHandle),
    toHandleUnextended: after(part.toHandleUnextended),
    ...(toHandleUrgently === undefined ? {} : { toHandleUrgently: after(toHandleUrgently) }),
    ...(asked === undefined ? {} : { asked: asked + time }),
  };
}

function isSuspended(stage: Part['stage']): boolean {
  return stage === 'submitted' || stage === 'approved';
}

/** The round of handling by one lead: a department that is named again keeps its clocks. */
export function keepsLead(before: Matter, lead: string): boolean {
  return leadOf(before)?.department === lead;
}

/** What time brings about by itself: undecided extensions are refused, who does not answer is waited for no more, the rest is archived. */
export function ticked(matter: Matter): Matter {
  const parts = matter.parts.map((part) => {
    const isLate = part.extension !== undefined && leftOf(matter, part) < 0;
    const decided = isLate ? without(part, 'extension') : part;
    return part.asked !== undefined && part.asked >= terms.callerSilence ? without(decided, 'asked') : decided;
  });
  const isForgotten = matter.overSince !== undefined && matter.now - matter.overSince >= terms.archiveAfter;
  return { ...matter, parts, status: isForgotten ? 'archived' : matter.status };
}
