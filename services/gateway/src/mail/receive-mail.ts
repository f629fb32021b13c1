import { mailFold } from '@ledgerline/domain';
import type { Ledgerline } from '@ledgerline/host';
import { streamName, type OpenMailbox, type WaitingMail } from '@ledgerline/kernel';
import { AttachmentContents } from '../attachment-contents.js';
import { give, mailIdOf } from './postman.js';

/** Bytes that are fetched at most, beyond what any server takes; of what is larger the header, and the mailbox has the rest. */
const [mostFetched, headerOnly] = [256 * 1024 * 1024, 64 * 1024];

interface Place {
  readonly address: string;
  readonly mailbox: OpenMailbox;
}

/**
 * From the mailbox onto the record: the bytes as they were sent into Blobs, then the mail's first commit, then the mark in the mailbox. It may
 * be cut off anywhere: what was not marked is found again, and of what is on record already only the mark is made good.
 */
export async function receiveMail(mail: WaitingMail, place: Place, ledgerline: Ledgerline): Promise<void> {
  const { messageId } = mail;
  if (messageId === undefined || !(await isOnRecord(mailIdOf(place.address, messageId, ledgerline), ledgerline)))
    await record(mail, place, ledgerline);
  await place.mailbox.markTaken(mail.key);
}

async function isOnRecord(id: string, { commands }: Ledgerline): Promise<boolean> {
  return (await commands.current(streamName('mail', id), mailFold)).state !== undefined;
}

async function record(mail: WaitingMail, { address, mailbox }: Place, ledgerline: Ledgerline): Promise<void> {
  const { key, size, receivedAt, messageId } = mail;
  const contents = new AttachmentContents(ledgerline);
  const raw = await mailbox.raw(key, size > mostFetched ? headerOnly : mostFetched);
  const { content, digest, size: kept } = await contents.put(raw, mostFetched);
  // What names itself in no way is known by its bytes.
  const id = mailIdOf(address, messageId ?? `without Message-ID ${digest}`, ledgerline);
  const facts = {
    ...content,
    digest,
    size: Math.max(size, kept),
    receivedAt,
    ...(size > mostFetched ? { cut: true as const } : {}),
    ...(messageId === undefined ? {} : { messageId: messageId.slice(0, 1_000) }),
  };
  // What is thrown leaves the bytes: whether they are on record is not known then.
  const reply = await give(
    'receive-mail',
    { id, as: `${id}~receive`, body: { data: { mailbox: address }, kept: facts } },
    ledgerline,
  );
  if (reply.kind === 'problem' || reply.repeated) await contents.delete({ content });
  if (reply.kind === 'problem') throw new Error(`a mail is not taken in: ${reply.code}`);
}
