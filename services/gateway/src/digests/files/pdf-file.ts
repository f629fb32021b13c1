import pdfmake from 'pdfmake';
import type { DigestPage } from '../digest-page.js';
import { chineseFont, settable } from './chinese-font.js';
import { pdfDocument } from './pdf-document.js';

pdfmake.virtualfs.writeFileSync('normal', chineseFont.normal);
pdfmake.virtualfs.writeFileSync('bold', chineseFont.bold);
pdfmake.setFonts({ Text: { normal: 'normal', bold: 'bold' } });
// Nothing is fetched, and no file read: what a digest says is never an address of something to put in.
pdfmake.setUrlAccessPolicy(() => false);
pdfmake.setLocalAccessPolicy(() => false);

/** A digest to print or keep: its text can be searched and copied. */
export async function pdfFile(page: DigestPage): Promise<Uint8Array> {
  return pdfmake.createPdf(pdfDocument(withTexts(page, settable()))).getBuffer();
}

/** Every text of a page put through something. */
function withTexts<Value>(value: Value, through: (text: string) => string): Value {
  if (typeof value === 'string') return through(value) as Value;
  if (Array.isArray(value)) return value.map((one: unknown) => withTexts(one, through)) as Value;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, withTexts(one as unknown, through)])) as Value;
}
