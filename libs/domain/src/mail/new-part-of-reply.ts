/** Lines of a name that mail programs put over what they quote: `张三 <a@b.c> 于2026年1月5日 写道：`, wrapped over three lines at most. */
const [mostLines, mostCharacters] = [3, 300];

const wrote =
  /(?:wrote|schrieb|écrit|escribió|escreveu|ha scritto|schreef|skrev|kirjoitti|napisał(?:\(a\))?|написала?|пишет|写道|寫道|さんは書きました)\s*[:：]?\s*$/iu;
const date = /\d{4}[-/.年]\s?\d{1,2}|\d{1,2}[./]\d{1,2}[./]\d{2,4}|\b(?:19|20)\d\d\b/u;
const address = /[^\s<>@]+@[^\s<>@]+/u;
/** `-----Original Message-----`, `------------------ 原始邮件 ------------------`, in any language. */
const separator = /^\s*-{3,}\s*[^-\s].{0,60}?\s*-{3,}\s*$/u;
const rule = /^\s*(?:_{10,}|={4,})\s*$/u;
/** `From: …`, `发件人：…`, `De : …`: a field of the header that is quoted. */
const field = /^\s*>?\s*\*?[\p{L}][\p{L} ]{0,24}\s?[:：]\*?(?:\s|\S)/u;
const quoted = /^\s*>/u;
/** What a telephone adds. */
const sentFrom =
  /^(?:sent from |sent with |get outlook for |envoyé (?:à partir )?de |gesendet von |enviado d|inviato da |verzonden van |发自我的|發自我的|从我的|來自我的|来自我的).{0,80}$/iu;

/**
 * What somebody wrote into their answer, without what their program quoted under it and without their signature. Where answers stand between
 * or under what is quoted, what is not quoted. Where nothing would be left, the whole: nobody's words are dropped on a guess (the raw mail has all).
 */
export function newPartOfReply(text: string): string {
  const lines = text.replaceAll('\r\n', '\n').split('\n');
  const cut = lines.findIndex((_line, place) => endsNewPart(lines, place));
  const above = trimmed(cut === -1 ? lines : lines.slice(0, cut));
  if (above !== '') return above;
  const below = lines.filter((line, place) => !quoted.test(line) && !isAttribution(lines, place));
  return trimmed(upToSignature(below)) || text.trim();
}

function endsNewPart(lines: readonly string[], place: number): boolean {
  const line = lines[place] as string;
  if (line.trim() === '') return false;
  return (
    isSignature(line) ||
    separator.test(line) ||
    isHeaderQuoted(lines, place) ||
    isAttribution(lines, place) ||
    (quoted.test(line) && lines.slice(place).every((one) => one.trim() === '' || quoted.test(one)))
  );
}

/** Three fields at least, of which one names an address; a rule above belongs to it. */
function isHeaderQuoted(lines: readonly string[], place: number): boolean {
  const first = lines[place] as string;
  const start = rule.test(first) ? place + 1 : place;
  const next = lines.slice(start, start + 8).filter((line) => line.trim() !== '');
  if (!field.test(next[0] ?? '')) return false;
  const fields = next.slice(0, 6).filter((line) => field.test(line));
  return fields.length >= 3 && next.slice(0, 6).some((line) => address.test(line));
}

/** Says who wrote when, and that what follows is theirs. Its first line names one of the two already. */
function isAttribution(lines: readonly string[], place: number): boolean {
  const first = lines[place] as string;
  if (!date.test(first) && !address.test(first)) return false;
  for (let count = 1; count <= mostLines; count += 1) if (attributes(lines.slice(place, place + count))) return true;
  return false;
}

function attributes(lines: readonly string[]): boolean {
  const said = lines.map((line) => line.replace(quoted, '').trim());
  const words = said.join(' ');
  if (said.includes('') || words.length > mostCharacters) return false;
  const isDated = date.test(words);
  const isSigned = address.test(words);
  return wrote.test(words) ? isDated || isSigned : /[:：]$/u.test(words) && isDated && isSigned;
}

/** The mark over a signature (RFC 3676, 4.3), with its blank or without. */
function isSignature(line: string): boolean {
  return line.trimEnd() === '--' || sentFrom.test(line.trim());
}

function upToSignature(lines: readonly string[]): readonly string[] {
  const end = lines.findIndex(isSignature);
  return end === -1 ? lines : lines.slice(0, end);
}

function trimmed(lines: readonly string[]): string {
  return lines.join('\n').trim();
}
