import type { Scene } from './scene.js';

/** One thing that somebody does with a ticket. */
export interface Step {
  /** Username, or `table` for the routing table's own decision. */
  readonly who: string;
  readonly command: string;
  readonly body: Readonly<Record<string, unknown>>;
  /** Working minutes since the step before. */
  readonly after: number;
}

export const step = (who: string, command: string, body: Step['body'], after: number): Step => ({ who, command, body, after });

export function routed(scene: Scene, lead = scene.lead, coHandling = scene.coHandling): readonly Step[] {
  const { routingNote: note, notice: noticeToCaller } = scene.phrases;
  if (scene.byTable && lead === scene.lead) return [];
  return [step(scene.coordinator, 'route', { lead, coHandling, note, noticeToCaller }, 25)];
}

export function accepted(scene: Scene, departments: readonly string[] = [scene.lead, ...scene.coHandling]): readonly Step[] {
  return departments.map((department) => step(scene.handlerOf(department), 'accept', { department }, 40));
}

export function progress(scene: Scene, department = scene.lead): Step {
  return step(scene.handlerOf(department), 'record-progress', { department, text: scene.matter.progress, toldCaller: true }, 180);
}

export function reported(scene: Scene): readonly Step[] {
  return scene.coHandling.flatMap((department) => [
    step(scene.handlerOf(department), 'report', { department, text: scene.phrases.report }, 240),
    step(scene.managerOf(department), 'approve-result', { department }, 60),
  ]);
}

export function submitted(scene: Scene, department = scene.lead): Step {
  const { result, reply, confidentialReason } = scene.matter;
  const publishable = confidentialReason === undefined;
  const why = publishable ? {} : { confidentialReason };
  return step(scene.handlerOf(department), 'submit-result', { department, result, reply, publishable, ...why }, 300);
}

export function approved(scene: Scene, department = scene.lead): Step {
  return step(scene.managerOf(department), 'approve-result', { department }, 75);
}

export function checkedAndReplied(scene: Scene): readonly Step[] {
  const { confidentialReason } = scene.matter;
  const channel = scene.channel === 'email' ? 'email' : 'phone';
  const verified = confidentialReason === undefined ? {} : { verifiedBy: scene.caller.phone };
  return [step(scene.agent, 'accept-result', {}, 45), step(scene.agent, 'reply', { channel, ...verified }, 30)];
}

export function closed(scene: Scene, code = 'resolved'): Step {
  return step(scene.coordinator, 'close', { code }, 960);
}

export function handled(scene: Scene, department = scene.lead): readonly Step[] {
  return [progress(scene, department), submitted(scene, department), approved(scene, department)];
}

/** Gives the matter back, and somebody else gets it. */
export function returned(scene: Scene, from: string, to: string): readonly Step[] {
  return [
    step(scene.handlerOf(from), 'request-return', { department: from, reason: scene.phrases.return }, 60),
    step(scene.coordinator, 'grant-return', { department: from }, 50),
    step(scene.coordinator, 'route', { lead: to, coHandling: [] }, 15),
  ];
}

/** Departments that a matter can be taken for; never the one that it is about. */
export function others(scene: Scene): readonly [string, string] {
  const [one, other] = ['quality', 'logistics', 'product'].filter((code) => code !== scene.lead && code !== scene.matter.about);
  return [String(one), String(other)];
}
