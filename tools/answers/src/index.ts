export * from './faults-of-answer.ts';
