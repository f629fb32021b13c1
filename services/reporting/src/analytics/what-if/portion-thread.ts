import { parentPort, workerData } from 'node:worker_threads';
import { comparing } from './comparing.js';
import { comparePortion } from './compare-portion.js';
import type { Portion } from './portion.js';
import type { ComparisonParts } from './portions.js';

const with_ = comparing(workerData as ComparisonParts);
parentPort?.on('message', (portion: Portion) => parentPort?.postMessage(comparePortion(portion, with_)));
