import { Injectable } from '@nestjs/common';
import { ProblemError } from '../../problem.js';
import type { DigestPage } from '../digest-page.js';
import { FileThread } from './file-thread.js';
import type { FileFormat } from './make-file.js';

const mediaTypes: Readonly<Record<FileFormat, string>> = {
  pdf: 'application/pdf',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

/** Files that are being made or wait for it, in this process: a PDF with Chinese type takes a second of one core. */
const mostWaiting = 8;

/** Digests as files, made one after the other beside the edge, which goes on answering. */
@Injectable()
export class DigestFiles {
  private readonly thread = new FileThread();
  private last: Promise<unknown> = Promise.resolve();
  private waiting = 0;

  /** @throws ProblemError too-many-requests while too many wait */
  async made(format: FileFormat, page: DigestPage): Promise<{ readonly content: Buffer; readonly mediaType: string }> {
    if (this.waiting >= mostWaiting) throw new ProblemError({ code: 'too-many-requests' });
    this.waiting += 1;
    const before = this.last;
    const making = before.then(
      () => this.thread.make(format, page),
      () => this.thread.make(format, page),
    );
    this.last = making;
    try {
      return { content: Buffer.from(await making), mediaType: mediaTypes[format] };
    } finally {
      this.waiting -= 1;
    }
  }
}
