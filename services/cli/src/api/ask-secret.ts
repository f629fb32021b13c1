import { createInterface, type Interface } from 'node:readline';
import { Writable } from 'node:stream';
import { WrongUse } from '../outcome.js';

let lines: AsyncIterator<string> | undefined;

/** A line from stdin: asked for without echo at a terminal, else the next line of what is piped in. @throws WrongUse without one */
export async function askSecret(prompt: string): Promise<string> {
  const secret = process.stdin.isTTY ? await ask(prompt) : await nextLine();
  if (!secret) throw new WrongUse(`no password given (${prompt.replace(/: $/, '')}): type it, or pipe it in`);
  return secret;
}

async function nextLine(): Promise<string | undefined> {
  lines ??= createInterface({ input: process.stdin })[Symbol.asyncIterator]();
  const { value } = (await lines.next()) as { value?: string };
  return value;
}

function ask(prompt: string): Promise<string> {
  process.stderr.write(prompt);
  const silent = new Writable({ write: (_chunk, _encoding, done) => done() });
  const terminal: Interface = createInterface({ input: process.stdin, output: silent, terminal: true });
  return new Promise((resolve, reject) => {
    terminal.once('SIGINT', () => {
      terminal.close();
      reject(new WrongUse('no password given'));
    });
    terminal.question('', (secret) => {
      terminal.close();
      process.stderr.write('\n');
      resolve(secret);
    });
  });
}
