export * from './mongo-checkpoints.js';
export * from './mongo-read-models.js';
export { lookAtMongo } from './connect-mongo.js';
