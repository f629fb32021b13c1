import type { Office } from './office.js';
import { people } from './people.js';
import { starts } from './start.js';
import { take, told, type Node, type Step } from './step.js';

/** The ticket as it is after being registered in the n-th way, and after what happens first. */
export async function begin(office: Office, start: number): Promise<{ readonly begun: Node; readonly first: Node }> {
  const begun = await registered(office, start);
  let first = begun;
  for (const step of starts[start]?.first ?? []) {
    const tried = await take(office, first, step);
    if (tried.kind !== 'accepted') throw new Error(`the start ${start} fails at ${told(step)}: ${JSON.stringify(tried)}`);
    first = tried.node;
  }
  return { begun, first };
}

async function registered(office: Office, start: number): Promise<Node> {
  const { body, matter } = starts[start] as (typeof starts)[number];
  office.back(await office.register(body, people.agent));
  return { place: office.here, ticket: await office.ticket(), matter: matter(office.now), start };
}

/** What is wrong after some steps, the last of which is the one in question; undefined where nothing is, or one cannot be taken. */
export type Complaint = (node: Node, last: Step | undefined) => Promise<string | undefined>;

/** As few of the steps as still end in a complaint. */
export async function shortest(
  office: Office,
  begun: Node,
  steps: readonly Step[],
  complain: Complaint,
): Promise<readonly Step[]> {
  let kept = steps;
  for (let size = Math.ceil(steps.length / 2); size > 0; size = size === 1 ? 0 : Math.ceil(size / 2))
    for (let place = 0; place + size < kept.length;) {
      const fewer = kept.toSpliced(place, size);
      if ((await complaintAfter(office, begun, fewer, complain)) === undefined) place += 1;
      else kept = fewer;
    }
  return kept;
}

async function complaintAfter(
  office: Office,
  begun: Node,
  steps: readonly Step[],
  complain: Complaint,
): Promise<string | undefined> {
  let node = begun;
  for (const step of steps.slice(0, -1)) {
    office.back(node.place);
    const tried = await take(office, node, step);
    if (tried.kind !== 'accepted') return undefined;
    node = tried.node;
  }
  office.back(node.place);
  return complain(node, steps.at(-1));
}
