import { SpanTree, type Position, type SoundSpan, type Stretch, type StreamName } from '@ledgerline/kernel';

/** What was found out about a span of a log's commits, whoever looked at them. */
export interface ExaminedSpan {
  readonly span: SoundSpan;
  readonly tree: SpanTree;
}

const columns = 7;

/** The same between two threads: plain values in one list cross for less than objects. */
export interface WrittenSpan extends Pick<SoundSpan, 'commits' | 'events' | 'hashes'> {
  readonly begin: string;
  readonly end: string;
  readonly stretches: readonly (string | number | null)[];
  readonly start: number;
  readonly nodes: Uint8Array<ArrayBuffer>;
}

export function writtenSpan({ span, tree }: ExaminedSpan): WrittenSpan {
  const stretches: (string | number | null)[] = [];
  for (const { stream, first, previous, from, last, to, hash } of span.stretches)
    stretches.push(stream, first, previous, from, last, to, hash);
  return { ...span, stretches, start: tree.span.start, nodes: tree.nodes };
}

export function readSpan({ begin, end, commits, events, hashes, stretches, start, nodes }: WrittenSpan): ExaminedSpan {
  const ends = { begin: begin as Position, end: end as Position };
  const span = { ...ends, commits, events, hashes, stretches: stretchesOf(stretches) };
  return { span, tree: new SpanTree({ start, count: commits }, nodes) };
}

function stretchesOf(written: WrittenSpan['stretches']): readonly Stretch[] {
  const stretches: Stretch[] = [];
  for (let at = 0; at < written.length; at += columns) {
    const [stream, first, previous] = [written[at] as StreamName, written[at + 1] as number, written[at + 2] as string | null];
    const [from, last, to, hash] = [written[at + 3], written[at + 4], written[at + 5], written[at + 6]] as [string, number, string, string]; // prettier-ignore
    stretches.push({ stream, first, previous, from, last, to, hash });
  }
  return stretches;
}
