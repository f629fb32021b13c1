import { idOfDigest, type Ledgerline } from '@ledgerline/host';
import type { MailFile } from '@ledgerline/kernel';
import { AttachmentContents, fileNameIn, mediaTypeIn } from '../attachment-contents.js';
import { ProblemError } from '../problem.js';
import { give } from './postman.js';

/** Attachments that one command refers to at most. */
const mostFiles = 50;

export type StoredFiles =
  { readonly ids: readonly string[] } | { readonly refused: 'too-many-attachments' | 'attachment-too-large' };

/** A mail's files as attachments, under ids that derive from the mail's: whoever repeats it finds them there. */
export async function storeFiles(id: string, files: readonly MailFile[], ledgerline: Ledgerline): Promise<StoredFiles> {
  const contents = new AttachmentContents(ledgerline);
  if (files.length > mostFiles) return { refused: 'too-many-attachments' };
  if (files.some(({ content }) => content.length > contents.limit)) return { refused: 'attachment-too-large' };
  const ids: string[] = [];
  for (const [place, file] of files.entries()) ids.push(await storeFile(`${id} ${place}`, file, { contents, ledgerline }));
  return { ids };
}

async function storeFile(
  unique: string,
  { name, mediaType, content: bytes }: MailFile,
  { contents, ledgerline }: { readonly contents: AttachmentContents; readonly ledgerline: Ledgerline },
): Promise<string> {
  const id = idOfDigest(ledgerline.digest('ids', `file of mail ${unique}`));
  const { content, size, digest } = await contents.put(pieces(bytes));
  const named = fileNameIn(name?.toWellFormed());
  const data = {
    size,
    mediaType: mediaTypeIn(mediaType) ?? 'application/octet-stream',
    digest,
    ...(named === undefined ? {} : { name: named }),
  };
  const reply = await give('store-attachment', { id, as: `${id}~store`, body: { data, content } }, ledgerline);
  // It is there already: from an attempt before this one, or as an earlier program read it.
  const isThere = reply.kind === 'problem' ? reply.code === 'idempotency-key-reused' : reply.repeated;
  if (isThere || reply.kind === 'problem') await contents.delete({ content });
  if (reply.kind === 'problem' && !isThere) throw new ProblemError(reply);
  return id;
}

async function* pieces(bytes: Uint8Array): AsyncIterable<Uint8Array> {
  yield bytes;
}
