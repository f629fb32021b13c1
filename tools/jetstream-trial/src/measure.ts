/** One measured way of working: how long each took (milliseconds) and how many a second were done. */
export interface Figures {
  readonly what: string;
  readonly p50: number;
  readonly p99: number;
  readonly perSecond: number;
}

export type Timed = (work: () => Promise<unknown>) => Promise<void>;

/** Runs `work`, which times each of its steps through the function it is given; `each` steps' worth is one call (default 1). */
export async function measure(what: string, work: (timed: Timed) => Promise<void>, each = 1): Promise<Figures> {
  const took: number[] = [];
  const started = performance.now();
  await work(async (step) => {
    const before = performance.now();
    await step();
    took.push(performance.now() - before);
  });
  const seconds = (performance.now() - started) / 1000;
  took.sort((a, b) => a - b);
  const at = (share: number): number => took[Math.min(took.length - 1, Math.floor(took.length * share))] ?? NaN;
  return { what, p50: at(0.5), p99: at(0.99), perSecond: (took.length * each) / seconds };
}

/** Figures as rows of a Markdown table; the last column divides the rate by the first row's. */
export function table(title: string, figures: readonly Figures[]): string[] {
  const floor = figures[0]?.perSecond ?? NaN;
  const rows = figures.map(
    ({ what, p50, p99, perSecond }) =>
      `| ${what} | ${p50.toFixed(2)} | ${p99.toFixed(2)} | ${Math.round(perSecond)} | ${(perSecond / floor).toFixed(2)} |`,
  );
  return ['', `### ${title}`, '', '| way | p50 ms | p99 ms | a second | × first row |', '|---|--:|--:|--:|--:|', ...rows];
}

/** `lanes` loops at once, each doing `steps` steps one after the other. */
export async function inLanes(lanes: number, steps: number, step: (lane: number, n: number) => Promise<void>): Promise<void> {
  const lane = async (index: number): Promise<void> => {
    for (let n = 0; n < steps; n++) await step(index, n);
  };
  await Promise.all(Array.from({ length: lanes }, (_, index) => lane(index)));
}
