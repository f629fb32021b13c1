export * from './gateway.module.js';
export { apiRoutes } from './api-routes.js';
export { openApiDocument } from './open-api/open-api.js';
