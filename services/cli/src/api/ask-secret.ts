import { createInterface } from 'node:readline';
import { Writable } from 'node:stream';
import { Refused, WrongUse } from '../outcome.js';

let lines: AsyncIterator<string> | undefined;

/** A line from stdin: asked for without echo at a terminal, else the next line of what is piped in. @throws WrongUse without one */
export async function askSecret(prompt: string, signal: AbortSignal): Promise<string> {
  const secret = process.stdin.isTTY ? await ask(prompt, signal) : await nextLine(signal);
  signal.throwIfAborted();
  if (!secret) throw new WrongUse(`no password given (${prompt.replace(/: $/, '')}): type it, or pipe it in`);
  return secret;
}

async function nextLine(signal: AbortSignal): Promise<string | undefined> {
  lines ??= createInterface({ input: process.stdin, signal })[Symbol.asyncIterator]();
  const { value } = (await lines.next()) as { value?: string };
  return value;
}

/** The terminal is silenced before the prompt stands there: what is typed at once is not echoed either. */
function ask(prompt: string, signal: AbortSignal): Promise<string> {
  const silent = new Writable({ write: (_chunk, _encoding, done) => done() });
  const terminal = createInterface({ input: process.stdin, output: silent, terminal: true, signal });
  return new Promise((resolve, reject) => {
    let secret = '';
    terminal.once('SIGINT', () => {
      reject(new Refused('interrupted', 'interrupted (SIGINT)'));
      terminal.close();
    });
    terminal.once('close', () => {
      process.stderr.write('\n');
      resolve(secret);
    });
    terminal.question('', (typed) => {
      secret = typed;
      terminal.close();
    });
    process.stderr.write(prompt);
  });
}
