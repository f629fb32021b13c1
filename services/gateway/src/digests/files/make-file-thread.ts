import { parentPort, workerData } from 'node:worker_threads';
import type { DigestPage } from '../digest-page.js';
import type { FileFormat } from './make-file.js';
import { makeFile } from './make-file.js';

const { format, page } = workerData as { readonly format: FileFormat; readonly page: DigestPage };
parentPort?.postMessage(await makeFile(format, page));
