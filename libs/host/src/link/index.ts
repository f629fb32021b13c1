export * from './hub-client.js';
export * from './hub-link.js';
export type { HubSettings } from './hub-settings.js';
export * from './link-health.js';
export * from './own-page.js';
export * from './take-page.js';
export * from './hand-over.js';
export { isPublicKey } from '@ledgerline/adapter-crypto';
