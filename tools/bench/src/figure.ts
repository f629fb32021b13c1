/** One line on stdout: what was measured, beside its floor. */
export interface Figure {
  readonly bench: string;
  readonly [fact: string]: string | number | boolean | undefined;
}

export function print(figure: Figure): void {
  process.stdout.write(
    `${JSON.stringify(figure, (_name, value: unknown) => (typeof value === 'number' ? rounded(value) : value))}\n`,
  );
}

/** Progress, and whatever else is for people. */
export function say(words: string): void {
  process.stderr.write(`${words}\n`);
}

/** `atLeast`: the ratio has to reach the target. */
export function atLeast(ratio: number, target: number) {
  return { ratio, target, holds: ratio >= target };
}

export function median(values: readonly number[]): number {
  return percentile(values, 0.5);
}

/** The smallest of the values that so large a share of them does not exceed. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = Float64Array.from(values).sort();
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN;
}

/** Four significant digits, whole numbers as they are. */
function rounded(value: number): number {
  return Number.isInteger(value) ? value : Number(value.toPrecision(4));
}
