import { longestLine } from './lines.js';
import type { BadRow, Row } from './row.js';
import { UnusableXes, XesReader } from './xes-reader.js';

const endOfEvent = '</event>';

/**
 * The events of a XES file (IEEE 1849), chunk by chunk, each with the attributes of its trace under `case:`. The file is given to the
 * parser event by event, so that broken XML costs the event that it stands in and not those that follow it.
 */
export async function* xesRows(chunks: AsyncIterable<Buffer>): AsyncIterable<readonly (Row | BadRow)[]> {
  const reader = new XesReader();
  const decode = decoderOfChunks();
  let text = '';
  const whole = () => {
    const end = text.lastIndexOf(endOfEvent) + endOfEvent.length;
    if (end < endOfEvent.length) return [];
    const events = text.slice(0, end).split(endOfEvent).slice(0, -1);
    text = text.slice(end);
    return events.flatMap((event) => reader.read(event + endOfEvent));
  };
  for await (const chunk of chunks) {
    const { decoded, damaged } = decode(chunk, true);
    reader.damaged ||= damaged;
    text += decoded;
    const rows = whole();
    if (text.length > 2 * longestLine)
      throw new UnusableXes(`line ${reader.line}: no event ends within ${2 * longestLine} characters`);
    if (rows.length > 0) yield rows;
  }
  text += decode(undefined, false).decoded;
  const rows = [...whole(), ...reader.read(text), ...reader.end()];
  if (!reader.isLog) throw new UnusableXes('it has no element "log"');
  if (rows.length > 0) yield rows;
}

/** Decodes leniently, and says from which chunk on it was not UTF-8. */
function decoderOfChunks() {
  const lenient = new TextDecoder('utf-8');
  let strict: TextDecoder | undefined = new TextDecoder('utf-8', { fatal: true });
  return (chunk: Buffer | undefined, stream: boolean): { readonly decoded: string; readonly damaged: boolean } => {
    try {
      strict?.decode(chunk, { stream });
    } catch (error) {
      if ((error as { code?: string }).code !== 'ERR_ENCODING_INVALID_ENCODED_DATA') throw error;
      strict = undefined;
    }
    return { decoded: lenient.decode(chunk, { stream }), damaged: strict === undefined };
  };
}
