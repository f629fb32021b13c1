export * from './api-client.ts';
export * from './installation.ts';
export * from './service-process.ts';
