import type { ParsedMail } from '@ledgerline/kernel';
import { letterMarks, type LetterMark } from '../mail/ticket-mark.js';
import { keptWord } from './outgoing-mail-events.js';

/** What a delivery report says of a mail of ours (RFC 3464). */
export interface ReturnedLetter {
  readonly letter: LetterMark;
  /** RFC 3463: `5.1.1`. */
  readonly status?: string;
  readonly said?: string;
}

/** Bytes of a part that are looked at. */
const mostRead = 64 * 1024;

/**
 * The mail that a report says could not be delivered; undefined where it says something else (that it is late, or was delivered), or is about none of ours.
 * By what it returns of the mail: its header, or the envelope's id, which is our Message-ID without brackets.
 */
export function returnedLetter(report: ParsedMail): ReturnedLetter | undefined {
  // Some servers on the way add a part of their own.
  const status = headersIn(report, /^message\/(?:global-)?delivery-status$/i).join('\n');
  // One that has no such part is one of those that were there before the standard, and say that they failed in words alone.
  if (status !== '' && !/^action:[ \t]*failed\b/im.test(status)) return undefined;
  const envelope = fieldOf(status, 'original-envelope-id');
  const returned = headersIn(report, /^(?:message\/(?:rfc822|global)|text\/rfc822-headers|message\/global-headers)$/i);
  const named = [
    ...(envelope === undefined ? [] : [`<${envelope.replaceAll(/^<|>$/g, '')}>`]),
    ...returned.flatMap((text) => fieldOf(text, 'message-id') ?? []),
    ...report.answers,
  ];
  const [letter] = letterMarks(named);
  if (letter === undefined) return undefined;
  const code = /\b[245]\.\d{1,3}\.\d{1,3}\b/.exec(fieldOf(status, 'status') ?? '')?.[0];
  const said = fieldOf(status, 'diagnostic-code');
  return { letter, ...(code === undefined ? {} : { status: code }), ...(said === undefined ? {} : { said: keptWord(said) }) };
}

/** The first of its name; in a report of several recipients the first one's. In one pass, whatever somebody put in it. */
function fieldOf(text: string, name: string): string | undefined {
  return new RegExp(`^${name}:[ \\t]*(\\S.*)$`, 'im').exec(text)?.[1]?.trimEnd();
}

/** What stands at the beginning of each part of such a type, unfolded. */
function headersIn({ files }: ParsedMail, type: RegExp): readonly string[] {
  return files.flatMap(({ mediaType, content }) => (type.test(mediaType) ? [unfolded(content)] : []));
}

function unfolded(content: Uint8Array): string {
  return new TextDecoder().decode(content.subarray(0, mostRead)).replaceAll(/\r?\n[ \t]+/g, ' ');
}
