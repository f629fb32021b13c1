import type { Difference } from './misfit.js';
import { pointsOf, type Point, type Position } from './position.js';

/** Whether the positions of one log count its commits from 1. Positions are taken apart only where the next is not the one that was awaited. */
export class GaplessPositions {
  private last: Point | undefined;
  /** What positions of this log begin with, and what comes after it. */
  private before = '';
  private sequence = 0;

  /** What is missing before the log's next commit. */
  gapBefore(position: Position): Difference | undefined {
    if (this.last && position === `${this.before}${this.sequence + 1}`) {
      this.sequence += 1;
      return undefined;
    }
    const { last, sequence: come } = this;
    const expected = come + 1;
    const point = this.pass(position);
    const isSameLog = last === undefined || (point?.log === last.log && point.epoch === last.epoch);
    if (point?.sequence === expected && isSameLog) return undefined;
    return { fault: 'commits-missing', expected: pointText(last ?? point, expected), found: position };
  }

  /** Whether a position is the next one, or the first of a log. */
  isNext(position: Position): boolean {
    if (this.last) return position === `${this.before}${this.sequence + 1}`;
    return pointsOf(position)?.[0]?.sequence === 1;
  }

  /** Goes on after a position, whatever came before it. */
  pass(position: Position): Point | undefined {
    const [point] = pointsOf(position) ?? [];
    this.last = point;
    this.before = point ? `${point.log}.${point.epoch}.` : '';
    this.sequence = point?.sequence ?? 0;
    return point;
  }
}

function pointText(like: Point | undefined, sequence: number): string {
  return like ? `${like.log}.${like.epoch}.${sequence}` : String(sequence);
}
