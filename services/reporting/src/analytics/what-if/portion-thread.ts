import { parentPort, workerData } from 'node:worker_threads';
import { comparing } from './comparing.js';
import { comparePortion } from './compare-portion.js';
import type { ComparisonParts, Portion } from './portions.js';

const with_ = comparing(workerData as ComparisonParts);
parentPort?.on('message', (portion: Portion) => parentPort?.postMessage(comparePortion(portion, with_)));
