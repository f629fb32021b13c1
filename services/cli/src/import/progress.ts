/** Milliseconds between two looks: a terminal's line is written over, other lines stay. */
const every = { terminal: 100, other: 5_000 };

export interface Progress {
  at(words: string, share: number | undefined): void;
  end(): void;
}

/** Says on stderr how far long work has come: a bar where a person watches, else a line now and then. */
export function progressOn(
  stream: Pick<NodeJS.WriteStream, 'isTTY' | 'write'>,
  now: () => number = () => performance.now(),
): Progress {
  const pause = stream.isTTY ? every.terminal : every.other;
  let said = stream.isTTY ? -Infinity : now();
  let isOpen = false;
  return {
    at(words, share) {
      if (now() - said < pause) return;
      said = now();
      isOpen = true;
      stream.write(stream.isTTY ? `\r\x1b[K${barOf(share)}${words}` : `${percent(share)}${words}\n`);
    },
    end() {
      if (isOpen && stream.isTTY) stream.write('\r\x1b[K');
      isOpen = false;
    },
  };
}

const cells = 24;

function barOf(share: number | undefined): string {
  if (share === undefined) return '';
  const full = Math.floor(Math.min(1, share) * cells);
  return `[${'█'.repeat(full)}${'─'.repeat(cells - full)}] ${percent(share)}`;
}

function percent(share: number | undefined): string {
  return share === undefined ? '' : `${Math.floor(Math.min(1, share) * 100)} %  `;
}
