export { chromiumProgram, startChromium } from './chromium.ts';
export type { ChromiumProgram } from './chromium.ts';
export { mongoProgram, mongoServer } from './mongo-server.ts';
export type { MongoFlavour, MongoProgram, RunningMongo } from './mongo-server.ts';
export { natsServer } from './nats-server.ts';
export type { NatsServer } from './nats-server.ts';
export { startNats, startNatsCluster } from './start-nats.ts';
export type { NatsOptions, RunningNats, RunningNatsCluster } from './start-nats.ts';
export { ServerMissing } from './server-missing.ts';
