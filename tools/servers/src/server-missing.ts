/** A server that can be neither found nor installed. Never a reason to skip a test: the message says how to get it. */
export class ServerMissing extends Error {
  override readonly name = 'ServerMissing';
  readonly code = 'server-missing';

  /** @param tried one line for each way that was tried, with what came of it */
  constructor(server: string, howToGetIt: string, tried: readonly string[]) {
    super(`${server} is missing: ${howToGetIt}\n${tried.map((line) => `  tried ${line}`).join('\n')}`);
  }
}

/** The last line of what a program printed: usually the one that says why. */
export function lastLine(output: string): string {
  return output.trim().split('\n').at(-1)?.slice(0, 300) ?? '';
}
