/** Milliseconds between two lines where stderr is a file or a pipe; a terminal's one line is rewritten oftener. */
const pace = { terminal: 100, other: 2_000 };

export interface Progress {
  /** `done` of `total` (undefined where nobody knows). */
  at(done: number, total?: number): void;
  /** The last line; stays. */
  end(): void;
}

/** Says on stderr how far long work has come. */
export function progress(what: string, stream: NodeJS.WriteStream = process.stderr): Progress {
  const every = stream.isTTY ? pace.terminal : pace.other;
  let said = performance.now();
  let line = '';
  const say = () => stream.write(stream.isTTY ? `\r\x1b[K${line}` : `${line}\n`);
  return {
    at(done, total) {
      line = progressLine(what, done, total);
      if (performance.now() - said < every) return;
      said = performance.now();
      say();
    },
    end() {
      if (line === '') return;
      say();
      if (stream.isTTY) stream.write('\n');
      line = '';
    },
  };
}

const cells = 24;

/** `verifying  [████████────────────────]  33 %  1,200 of 3,600` */
export function progressLine(what: string, done: number, total: number | undefined): string {
  if (total === undefined || total <= 0) return `${what}  ${counted(done)}`;
  const share = Math.min(1, done / total);
  const full = Math.floor(share * cells);
  const bar = '█'.repeat(full) + '─'.repeat(cells - full);
  return `${what}  [${bar}] ${String(Math.floor(share * 100)).padStart(3)} %  ${counted(done)} of ${counted(Math.max(done, total))}`;
}

/** `1,234,567` */
export function counted(number: number): string {
  return number.toLocaleString('en');
}
