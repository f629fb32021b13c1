import { RequestMethod } from '@nestjs/common';
import { METHOD_METADATA, MODULE_METADATA, PATH_METADATA } from '@nestjs/common/constants';
import { GatewayModule } from './gateway.module.js';
import { ticketRoutes } from './ticket-command.routes.js';

const prefix = 'api/v1';
/** Leads to the page that shows the document, and is no call of it. */
const theDocs = 'get /docs';
type Type = abstract new (...parts: never[]) => object;

/** Every route under `/api/v1` as the server has it, `post /tickets/:id/:command`: what the OpenAPI document has to describe. */
export function apiRoutes(): readonly string[] {
  const controllers = Reflect.getMetadata(MODULE_METADATA.CONTROLLERS, GatewayModule) as readonly Type[];
  return [...ticketRoutes, ...controllers.flatMap(routesOf)]
    .filter(({ path }) => path === prefix || path.startsWith(`${prefix}/`))
    .map(({ method, path }) => `${method} ${path.slice(prefix.length)}`)
    .filter((route) => route !== theDocs);
}

function routesOf(controller: Type): readonly { readonly method: string; readonly path: string }[] {
  const prototype = controller.prototype as Readonly<Record<string, object>>;
  const bases = [Reflect.getMetadata(PATH_METADATA, controller) as string | readonly string[]].flat();
  return Object.getOwnPropertyNames(prototype).flatMap((name) => {
    const handler = prototype[name];
    const method = handler && (Reflect.getMetadata(METHOD_METADATA, handler) as RequestMethod | undefined);
    if (method === undefined) return [];
    const paths = [Reflect.getMetadata(PATH_METADATA, handler as object) as string | readonly string[]].flat();
    return bases.flatMap((base) =>
      paths.map((path) => ({
        method: RequestMethod[method].toLowerCase(),
        path: [base, path]
          .map(trimmed)
          .filter((part) => part !== '')
          .join('/'),
      })),
    );
  });
}

function trimmed(path: string): string {
  return path.replaceAll(/^\/+|\/+$/g, '');
}
