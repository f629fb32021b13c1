import type { Chance } from './chance.js';
import { abstractState, chapterOf, handsOn, situationOf } from './seen.js';
import type { Node } from './step.js';

/**
 * States that are known and in which not everything has been tried. What was looked at least comes first, by turns of chapters
 * (how far tickets have come) and their situations, of what was done last, and of whose hands a ticket is in: so few states show much of the process.
 */
export class Frontier {
  private readonly known = new Set<string>();
  private readonly chapters = new Shelves();
  private readonly doings = new Shelves();
  private readonly hands = new Shelves();
  private readonly taken = new WeakSet<Node>();
  private readonly firsts: Node[] = [];
  private turns = 0;

  constructor(private readonly chance: Chance) {}

  add(node: Node): void {
    const { matter, by } = node;
    const state = abstractState(matter);
    if (this.known.has(state)) return;
    this.known.add(state);
    this.chapters.put([chapterOf(matter), situationOf(matter)], node);
    const doing = by === undefined ? 'register' : 'pass' in by ? 'pass' : by.command;
    this.doings.put([doing, chapterOf(matter)], node);
    this.hands.put([handsOn(matter), doing], node);
  }

  /** To be looked at before all others. */
  first(node: Node): void {
    this.firsts.push(node);
  }

  next(): Node | undefined {
    const first = this.firsts.shift();
    if (first !== undefined) return first;
    this.turns += 1;
    const shelves = [this.chapters, this.doings, this.hands][this.turns % 3] as Shelves;
    for (;;) {
      const node = shelves.take(this.chance);
      if (node === undefined) return undefined;
      if (this.taken.has(node)) continue;
      this.taken.add(node);
      return node;
    }
  }
}

/** Nodes under two names each; the least visited name of each kind is served first. */
class Shelves {
  private readonly shelves = new Map<string, Map<string, Node[]>>();
  private readonly visits = new Map<string, number>();

  put([shelf, box]: readonly [string, string], node: Node): void {
    const boxes = this.shelves.get(shelf) ?? new Map<string, Node[]>();
    this.shelves.set(shelf, boxes);
    const nodes = boxes.get(box);
    if (nodes) nodes.push(node);
    else boxes.set(box, [node]);
  }

  take(chance: Chance): Node | undefined {
    if (this.shelves.size === 0) return undefined;
    const shelf = this.least('', [...this.shelves.keys()], chance);
    const boxes = this.shelves.get(shelf) as Map<string, Node[]>;
    const box = this.least(shelf, [...boxes.keys()], chance);
    const nodes = boxes.get(box) as Node[];
    const [node] = nodes.splice(chance.below(nodes.length), 1);
    if (nodes.length === 0) boxes.delete(box);
    if (boxes.size === 0) this.shelves.delete(shelf);
    return node;
  }

  private least(within: string, names: readonly string[], chance: Chance): string {
    const visitsOf = (name: string) => this.visits.get(`${within}/${name}`) ?? 0;
    const fewest = Math.min(...names.map(visitsOf));
    const name = chance.of(names.filter((one) => visitsOf(one) === fewest));
    this.visits.set(`${within}/${name}`, fewest + 1);
    return name;
  }
}
