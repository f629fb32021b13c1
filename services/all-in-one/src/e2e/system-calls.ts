import { spawnSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';

/** One system call that strace wrote down. `begun` and `ended` are places in the order in which the kernel saw them. */
export interface SystemCall {
  readonly name: string;
  /** What the first argument's descriptor stands for: a path, or `socket:[…]`, `pipe:[…]`. */
  readonly file: string;
  /** The arguments as strace prints them. */
  readonly text: string;
  readonly begun: number;
  readonly ended: number;
  readonly failed: boolean;
}

/** What has to be on the disk before an answer leaves. */
export interface Promised {
  /** Stands in the bytes that are written. */
  readonly written: string;
  readonly file: RegExp;
  /** Tells the answer among what goes out over sockets and pipes. */
  readonly answer: (text: string) => boolean;
}

const names = 'fsync,fdatasync,write,writev,pwrite64,pwritev,sendto,sendmsg';

/** Only the calls that are named stop the program: with all of them it has a sixth of its speed. */
const named = ['-f', '--seccomp-bpf'];

/** Words before a program that have its calls written to a file. The tracer is the grandchild: the process id stays. */
export function underStrace(output: string): readonly string[] {
  return ['strace', '-D', ...named, '-y', '-ttt', '-s', '50000', '-e', `trace=${names}`, '-o', output];
}

/** Why calls can't be traced here; undefined where they can. */
export function noTracing(): string | undefined {
  const { error, status, stderr } = spawnSync('strace', [...named, '-o', '/dev/null', process.execPath, '--version']);
  if (error) return `strace: ${error.message}`;
  return status === 0 ? undefined : String(stderr).trim();
}

const lineOfThread = /^(?<thread>\d+) +[\d.]+ (?<rest>.*)$/;

/** Whether every thread whose calls stand there has come to its end, so that nothing more is going to be written. */
export async function hasEnded(output: string): Promise<boolean> {
  const last = new Map<string, string>();
  for (const line of (await readFile(output, 'latin1')).split('\n')) {
    const { thread, rest } = lineOfThread.exec(line)?.groups ?? {};
    if (thread !== undefined && rest !== undefined) last.set(thread, rest);
  }
  return last.size > 0 && [...last.values()].every((rest) => rest.startsWith('+++ '));
}

/** The calls in order of their beginning. One that another thread's call interrupts stands on two lines. */
export async function readCalls(output: string): Promise<readonly SystemCall[]> {
  const calls: SystemCall[] = [];
  const open = new Map<string, { readonly line: string; readonly begun: number }>();
  for (const [place, line] of (await readFile(output, 'latin1')).split('\n').entries()) {
    const { thread = '', rest = '' } = lineOfThread.exec(line)?.groups ?? {};
    if (rest.endsWith('<unfinished ...>')) open.set(thread, { line: rest.slice(0, -16), begun: place });
    const before = rest.startsWith('<... ') ? open.get(thread) : undefined;
    const whole = before ? before.line + rest.slice(rest.indexOf('resumed>') + 8) : rest;
    const { name, file, result } = /^(?<name>\w+)\(\d+<(?<file>[^>]*)>.*\) += (?<result>-?\d+)[^=]*$/.exec(whole)?.groups ?? {};
    if (name === undefined || file === undefined) continue;
    calls.push({
      name,
      file,
      text: whole,
      begun: before?.begun ?? place,
      ended: place,
      failed: result?.startsWith('-') === true,
    });
  }
  return calls.sort((a, b) => a.begun - b.begun);
}

/** What was answered before it was safe, in words: empty where each answer came after the sync of what it promises. */
export function answeredTooEarly(calls: readonly SystemCall[], promises: readonly Promised[]): readonly string[] {
  const outgoing = calls.filter(({ name, file }) => !file.startsWith('/') && !name.endsWith('sync'));
  return promises.flatMap(({ written, file, answer }) => {
    const ours = calls.filter((call) => file.test(call.file) && !call.failed);
    const write = ours.find(({ name, text }) => !name.endsWith('sync') && text.includes(written));
    if (!write) return [`${written} was never written to ${file.source}`];
    const answered = outgoing.find(({ text }) => answer(text));
    if (!answered) return [`${written} was never answered`];
    const synced = ours.find((call) => call.name.endsWith('sync') && call.file === write.file && call.begun > write.ended);
    if (!synced) return [`${written} was never synced`];
    return synced.ended < answered.begun ? [] : [`${written} was answered before it was synced`];
  });
}
