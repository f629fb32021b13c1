import { openMailReader, sleep, type Ledgerline, type LogReader, type LogReaderOptions } from '@ledgerline/host';
import { idOf, runProcessManager, type MailReader, type ProcessManager } from '@ledgerline/kernel';
import { MailTaker } from './take-in-mail.js';

const savesEvery = 1_000;

/** What wakes it: a mail that came, and one that is to be looked into once more. Pure; what it asks for is done here, where mails are parsed. */
const takeInMails: ProcessManager = {
  name: 'take-in-mails',
  version: 1,
  categories: ['mail'],
  events: ['MailReceived', 'MailTriedAgain'],
  react: (_mail, { stream }) => [
    { step: 'take-in', service: 'gateway', command: 'take-in-mail', target: idOf(stream), data: {} },
  ],
};

/**
 * From the record to where a mail belongs, one after the other as they came. It rests on the log alone: a process that dies
 * in the middle is followed by one that does the same under the same ids.
 */
export const takeInMailsAsTheyCome: LogReader = {
  name: takeInMails.name,
  version: takeInMails.version,
  async run(ledgerline: Ledgerline, { signal, owner, onReached }: LogReaderOptions): Promise<void> {
    // Loaded with the first mail: an installation without mailboxes has none.
    let reader: Promise<MailReader> | undefined;
    const taker = new MailTaker(ledgerline, async (raw) => (await (reader ??= openMailReader())).read(raw));
    try {
      await runProcessManager(takeInMails, ledgerline, ({ target }) => taker.take(target, signal), {
        signal,
        owner,
        pause: (over) => sleep(savesEvery, over),
        onReached,
      });
    } finally {
      await (await reader)?.close();
    }
  },
};
