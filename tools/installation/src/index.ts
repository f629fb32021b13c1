export * from './api-client.ts';
export * from './installation.ts';
