import { simpleParser, type AddressObject, type ParsedMail as Parsed } from 'mailparser';
import { parentPort } from 'node:worker_threads';
import type { MailAddress, ParsedMail } from '@ledgerline/kernel';

/** Characters of HTML at most that are made text; the raw mail has the whole. */
const longestHtml = 2_000_000;
const options = {
  maxHtmlLengthToParse: longestHtml,
  skipImageLinks: true,
  skipTextToHtml: true,
  skipTextLinks: true,
  // What a delivery report says for programs is no part of its words.
  keepDeliveryStatus: true,
};

export type ParseAnswer = { readonly mail: ParsedMail } | { readonly failed: string };

/** The bytes of one mail; the next ones come when it is answered. */
parentPort?.on('message', (raw: Uint8Array) => {
  const told = (answer: ParseAnswer) => parentPort?.postMessage(answer);
  parse(raw).then(
    (mail) => told({ mail }),
    // The error's name alone: its message may hold the mail's words.
    (error: unknown) => told({ failed: error instanceof Error ? error.name : 'Error' }),
  );
});

async function parse(raw: Uint8Array): Promise<ParsedMail> {
  const bytes = Buffer.from(raw.buffer, raw.byteOffset, raw.byteLength);
  const parsed = await simpleParser(bytes, options);
  return {
    headers: parsed.headerLines.map(({ key, line }) => [key.toLowerCase(), unfolded(line)] as const),
    from: addresses(parsed.from),
    subject: parsed.subject ?? '',
    answers: answered(parsed),
    text: await textOf(parsed, bytes),
    files: parsed.attachments.map(({ filename, contentType, content }) => ({
      ...(filename === undefined ? {} : { name: filename }),
      mediaType: contentType,
      content: new Uint8Array(content),
    })),
  };
}

/** Where the text was made of HTML it names the addresses of pictures, which nobody reads: those of who counts readers, mostly. */
async function textOf({ text = '', html }: Parsed, bytes: Buffer): Promise<string> {
  const bare = text.replaceAll(/\[(?:https?|cid|data):[^\]\s]*\]/gi, '').replaceAll(/\n{3,}/g, '\n\n');
  // To find out whether somebody wrote it costs as much as the mail itself.
  if (!html || bare === text) return text;
  const { text: written = '' } = await simpleParser(bytes, { ...options, skipHtmlToText: true });
  return written === text ? text : bare;
}

function unfolded(line: string): string {
  return line
    .slice(line.indexOf(':') + 1)
    .replaceAll(/\r?\n[ \t]*/g, ' ')
    .trim();
}

/** Groups hold addresses too. */
function addresses(given: AddressObject | undefined): readonly MailAddress[] {
  return (given?.value ?? []).flatMap(({ address, name, group = [] }) =>
    [{ address, name }, ...group].flatMap((one) =>
      one.address ? [{ address: one.address, ...(one.name ? { name: one.name } : {}) }] : [],
    ),
  );
}

function answered({ inReplyTo, references = [] }: Parsed): readonly string[] {
  const listed = typeof references === 'string' ? [references] : references.toReversed();
  const ids = [...(inReplyTo === undefined ? [] : [inReplyTo]), ...listed];
  return [...new Set(ids.flatMap((text) => text.match(/<[^<>\s]{1,250}>/g) ?? []))];
}
