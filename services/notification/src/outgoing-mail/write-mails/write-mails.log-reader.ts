import { mayHaveToWrite, writingEvents, type TicketEvent } from '@ledgerline/domain';
import { sleep, type LogReader } from '@ledgerline/host';
import { idOf, runProcessManager, type ProcessManager } from '@ledgerline/kernel';
import { MailWriter } from './mail-writer.js';

const savesEvery = 1_000;

/** What a caller may have to be written because of it is told by what stands in plain. What is to be written is found out of the ticket's stream. */
const writeMails: ProcessManager = {
  name: 'write-mails',
  version: 1,
  categories: ['ticket'],
  events: writingEvents,
  concerns: (event) => mayHaveToWrite(event as unknown as TicketEvent),
  react: (_state, { stream }) => [
    { step: 'write', service: 'notification', command: 'ask-mail', target: idOf(stream), data: {} },
  ],
};

/**
 * From what happened on a ticket to the mail that its caller gets (ADR 0045). Without a server it goes along with the log all the same: what
 * happened before there is one is not written about later.
 */
export const writeMailsAsItHappens: LogReader = {
  name: writeMails.name,
  version: writeMails.version,
  async run(ledgerline, { signal, owner, onReached }) {
    const { mailServer } = ledgerline.configuration;
    const writer = mailServer && new MailWriter(ledgerline, mailServer);
    await runProcessManager(writeMails, ledgerline, (_reaction, cause) => writer?.write(cause) ?? Promise.resolve(), {
      signal,
      owner,
      pause: (over) => sleep(savesEvery, over),
      onReached,
    });
  },
};
