import { courses, type Course } from './courses.js';
import { sceneOf, type Scene } from './scene.js';
import type { Step } from './steps.js';
import { workingMinutesBefore } from './working-time.js';

/** A step with the time at which it is taken; milliseconds. */
export interface TimedStep extends Step {
  readonly at: number;
}

export interface Story {
  /** Name of the course and a number: the same in every run. */
  readonly id: string;
  readonly scene: Scene;
  readonly registeredAt: number;
  readonly steps: readonly TimedStep[];
}

/** Tickets that have come to an end, beside those that stand at each step of each course. */
const finished = 180;
/** Working minutes: forty days of nine hours. */
const oldest = 40 * 540;

/**
 * What happened at the company up to `anchor`: of each course one ticket at each of its steps, and many that went through. No step
 * lies after the anchor.
 */
export function storiesUntil(anchor: number): readonly Story[] {
  const stories: Story[] = [];
  for (const course of courses) {
    const { length } = course.steps(sceneOf(stories.length, course.fits));
    for (let taken = 0; taken <= length; taken += 1)
      stories.push(story(stories.length, { course, taken, age: 3 + chance(stories.length, 1_400) }, anchor));
  }
  for (let n = 0; n < finished; n += 1) {
    const course = courses[chance(n, courses.length)] as Course;
    stories.push(story(stories.length, { course, taken: Infinity, age: chance(n + 7, oldest - 6_000) }, anchor));
  }
  return stories;
}

/** @param age working minutes between the last step taken and the anchor */
function story(n: number, { course, taken, age }: { course: Course; taken: number; age: number }, anchor: number): Story {
  const scene = sceneOf(n, course.fits);
  const steps = course.steps(scene).slice(0, taken);
  const gaps = steps.map(({ after }, place) => Math.round(after * (0.5 + chance(31 * n + place, 1_000) / 1_000)));
  let left = age + gaps.reduce((sum, gap) => sum + gap, 0);
  const registeredAt = workingMinutesBefore(anchor, left);
  const timed = steps.map((step, place) => {
    left -= gaps[place] as number;
    return { ...step, at: workingMinutesBefore(anchor, left) };
  });
  return { id: `${n} ${course.name}`, scene, registeredAt, steps: timed };
}

/** A number below `limit` that looks like chance and is the same each time (a multiplicative hash after Knuth). */
function chance(n: number, limit: number): number {
  return Math.floor(((Math.imul(n + 1, 2_654_435_761) >>> 0) / 2 ** 32) * limit);
}
