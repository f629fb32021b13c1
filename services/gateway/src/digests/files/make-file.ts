import type { DigestPage } from '../digest-page.js';

export const fileFormats = ['pdf', 'xlsx'] as const;
export type FileFormat = (typeof fileFormats)[number];

/** Each format's library is loaded where it is needed, and not at the start of every process. */
export async function makeFile(format: FileFormat, page: DigestPage): Promise<Uint8Array> {
  switch (format) {
    case 'pdf':
      return (await import('./pdf-file.js')).pdfFile(page);
    case 'xlsx':
      return (await import('./xlsx-file.js')).xlsxFile(page);
  }
}
