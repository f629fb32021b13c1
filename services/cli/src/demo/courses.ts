import type { Matter } from './company.js';
import { waitsForAPerson, type Scene } from './scene.js';
import {
  accepted,
  approved,
  checkedAndReplied,
  closed,
  handled,
  others,
  progress,
  reported,
  returned,
  routed,
  step,
  submitted,
  type Step,
} from './steps.js';

/** A way that tickets go, from registration to its end. */
export interface Course {
  readonly name: string;
  readonly fits: (matter: Matter) => boolean;
  readonly steps: (scene: Scene) => readonly Step[];
}

const any = () => true;
export const courses: readonly Course[] = [
  {
    name: 'answered at once',
    fits: waitsForAPerson,
    steps: (scene) => [step(scene.agent, 'answer', { text: scene.phrases.answer }, 6), closed(scene, 'explained')],
  },
  {
    name: 'refused',
    fits: waitsForAPerson,
    steps: ({ agent, phrases }) => [step(agent, 'refuse', { reason: phrases.outOfScope, text: phrases.refusal }, 8)],
  },
  {
    name: 'withdrawn',
    fits: any,
    steps: (scene) => [
      ...routed(scene),
      ...accepted(scene),
      step(scene.agent, 'withdraw', { reason: scene.phrases.withdrawal }, 200),
    ],
  },
  {
    name: 'straight through',
    fits: any,
    steps: (scene) => [
      ...routed(scene), ...accepted(scene), progress(scene), ...reported(scene), submitted(scene), approved(scene), ...checkedAndReplied(scene),
      step(scene.agent, 'add-message', { from: 'caller', channel: 'phone', text: scene.phrases.thanks }, 120), closed(scene),
    ], // prettier-ignore
  },
  {
    name: 'sent back by the manager',
    fits: any,
    steps: (scene) => [
      ...routed(scene), ...accepted(scene), ...reported(scene), submitted(scene),
      step(scene.managerOf(scene.lead), 'send-back-result', { department: scene.lead, reason: scene.phrases.sentBack }, 90),
      submitted(scene), approved(scene), ...checkedAndReplied(scene), closed(scene),
    ], // prettier-ignore
  },
  {
    name: "rejected by the call centre's check",
    fits: any,
    steps: (scene) => [
      ...routed(scene), ...accepted(scene), ...reported(scene), submitted(scene), approved(scene),
      step(scene.agent, 'reject-result', { reason: scene.phrases.rejected }, 60),
      submitted(scene), approved(scene), ...checkedAndReplied(scene), closed(scene),
    ], // prettier-ignore
  },
  {
    name: 'urged',
    fits: any,
    steps: (scene) => [
      ...routed(scene), ...accepted(scene),
      step(scene.agent, 'add-message', { from: 'caller', channel: 'phone', text: scene.phrases.callerAsks }, 700),
      step(scene.coordinator, 'urge', { department: scene.lead, text: scene.phrases.urge }, 10),
      step(scene.handlerOf(scene.lead), 'acknowledge-urge', { department: scene.lead }, 35),
      ...reported(scene), submitted(scene), approved(scene), ...checkedAndReplied(scene), closed(scene),
    ], // prettier-ignore
  },
  {
    name: 'assigned by the manager',
    fits: any,
    steps: (scene) => [
      ...routed(scene),
      step(scene.managerOf(scene.lead), 'assign-handler', { department: scene.lead, handler: scene.handlerOf(scene.lead) }, 30),
      ...accepted(scene), progress(scene), ...reported(scene), submitted(scene), approved(scene), ...checkedAndReplied(scene), closed(scene),
    ], // prettier-ignore
  },
  {
    name: 'returned and routed elsewhere',
    fits: any,
    steps: (scene) => {
      const [next] = others(scene);
      return [
        ...routed(scene),
        ...returned(scene, scene.lead, next),
        ...accepted(scene, [next]),
        ...handled(scene, next),
        ...checkedAndReplied(scene),
        closed(scene),
      ];
    },
  },
  {
    name: 'return refused',
    fits: any,
    steps: (scene) => [
      ...routed(scene),
      step(scene.handlerOf(scene.lead), 'request-return', { department: scene.lead, reason: scene.phrases.return }, 60),
      step(scene.coordinator, 'refuse-return', { department: scene.lead, reason: scene.phrases.returnRefused }, 45),
      ...accepted(scene), ...reported(scene), ...handled(scene), ...checkedAndReplied(scene), closed(scene),
    ], // prettier-ignore
  },
  {
    name: 'designated after two returns',
    fits: any,
    steps: (scene) => {
      const [next, last] = others(scene);
      return [
        ...routed(scene), ...returned(scene, scene.lead, next), ...returned(scene, next, last).slice(0, 2),
        step(scene.coordinator, 'designate', { lead: last, reason: scene.phrases.designation }, 20),
        ...accepted(scene, [last]), ...handled(scene, last), ...checkedAndReplied(scene), closed(scene),
      ]; // prettier-ignore
    },
  },
  {
    name: 'a co-handler is released',
    fits: (matter) => waitsForAPerson(matter) && matter.about === undefined,
    steps: (scene) => {
      const [next] = others(scene);
      return [
        ...routed(scene, scene.lead, [next]), ...accepted(scene, [scene.lead]),
        step(scene.coordinator, 'release-department', { department: next, reason: scene.phrases.release }, 300),
        ...handled(scene), ...checkedAndReplied(scene), closed(scene),
      ]; // prettier-ignore
    },
  },
  {
    name: 'reclassified',
    fits: waitsForAPerson,
    steps: (scene) => [
      step(scene.agent, 'reclassify', { level: 'important', kind: 'complaint', reason: scene.phrases.reclassification }, 12),
      ...routed(scene), ...accepted(scene), ...handled(scene), ...checkedAndReplied(scene), closed(scene),
    ], // prettier-ignore
  },
  {
    name: 'reworked',
    fits: any,
    steps: (scene) => [
      ...routed(scene), ...accepted(scene), ...reported(scene), ...handled(scene), ...checkedAndReplied(scene),
      step(scene.coordinator, 'rework', { department: scene.lead, reason: scene.phrases.rework }, 900),
      ...accepted(scene, [scene.lead]), ...handled(scene), ...checkedAndReplied(scene), closed(scene),
    ], // prettier-ignore
  },
  {
    name: 'reopened',
    fits: any,
    steps: (scene) => [
      ...routed(scene), ...accepted(scene), ...reported(scene), ...handled(scene), ...checkedAndReplied(scene), closed(scene),
      step(scene.coordinator, 'reopen', { reason: scene.phrases.reopen }, 1_500),
      step(scene.coordinator, 'route', { lead: scene.lead, coHandling: [] }, 20),
      ...accepted(scene, [scene.lead]), ...handled(scene), ...checkedAndReplied(scene), closed(scene),
    ], // prettier-ignore
  },
];
