export * from './api-client.ts';
export * from './eventually.ts';
export * from './installation.ts';
export * from './service-process.ts';
export * from './story-company.ts';
