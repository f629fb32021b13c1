import { afterEach, expect, test } from '@jest/globals';
import { UnreadableMail } from '@ledgerline/kernel';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { MailReaderThread } from './mail-reader-thread.js';

const mail = (subject: string) => Buffer.from(`From: a@b.example\r\nSubject: ${subject}\r\n\r\nwords`);
const readers: MailReaderThread[] = [];
afterEach(async () => {
  for (const reader of readers.splice(0)) await reader.close();
});
const reading = (options?: ConstructorParameters<typeof MailReaderThread>[0]) => {
  const reader = new MailReaderThread(options);
  readers.push(reader);
  return reader;
};

test('mails asked for together are answered each with its own', async () => {
  const reader = reading();
  const subjects = ['one', 'two', 'three'];
  const read = await Promise.all(subjects.map((subject) => reader.read(mail(subject))));
  expect(read.map(({ subject, text }) => [subject, text])).toEqual(subjects.map((subject) => [subject, 'words']));
});

/** A parser that breaks in one of the ways in which one can. */
const program = (onMessage: string) => {
  const file = join(mkdtempSync(join(tmpdir(), 'ledgerline-parser-')), 'parser.mjs');
  writeFileSync(
    file,
    `import { parentPort } from 'node:worker_threads';\nparentPort.on('message', (raw) => { ${onMessage} });\n`,
  );
  return pathToFileURL(file);
};
const answers = `parentPort.postMessage({ mail: { subject: 'read' } })`;
const onBroken = (breaks: string) => program(`if (Buffer.from(raw).includes('broken')) { ${breaks} } else ${answers};`);

test.each([
  ['throws', `throw new Error('a@b.example')`, /^Error$/],
  ['never ends', `for (;;);`, /not read within 500 ms/],
  [
    'takes all memory',
    `const all = []; for (;;) all.push(new Array(1e6).fill({ a: 1 }));`,
    /ERR_WORKER_OUT_OF_MEMORY|Error|thread/,
  ],
  ['ends the thread', `process.exit(1);`, /the thread ended/],
])(
  'a mail on which the parser %s is given up, in words that tell nothing of it, and the next one is read',
  async (_how, breaks, why) => {
    const reader = reading({ program: onBroken(breaks), patience: breaks.startsWith('for') ? 500 : 60_000, mebibytes: 64 });
    const next = reader.read(mail('broken')).then(
      () => undefined,
      (error: unknown) => error,
    );
    const error = await next;
    expect(error).toBeInstanceOf(UnreadableMail);
    expect((error as Error).message).toMatch(why);
    expect((error as Error).message).not.toContain('@');
    expect(await reader.read(mail('whole'))).toMatchObject({ subject: 'read' });
  },
  120_000,
);
