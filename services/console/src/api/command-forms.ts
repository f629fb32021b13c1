import { useQuery } from '@tanstack/react-query';
import { call } from './client.ts';
import type { CommandPossible, Page } from './views.ts';

/** A member of a command's body, as OpenAPI describes it; one that is a body of its own has properties. */
export interface FieldSchema extends BodySchema {
  readonly type?: string;
  readonly format?: string;
  readonly enum?: readonly string[];
  readonly items?: FieldSchema;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly $ref?: string;
}
export interface BodySchema {
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, FieldSchema>>;
}
interface Operation {
  readonly parameters?: readonly { readonly name: string; readonly in: string }[];
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: { readonly $ref?: string } }>> };
}
export interface OpenApi {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, BodySchema>> };
}

/** The API's own description: forms are made from it, so that a command that the server has is one that the console has. */
export function useOpenApi(): OpenApi | undefined {
  const { data } = useQuery({
    queryKey: ['openapi'],
    queryFn: ({ signal }) => call<OpenApi>('GET', '/openapi.json', { signal }),
    staleTime: Infinity,
  });
  return data;
}

/** The body of a call by its path, as `/tickets/{id}/route`; empty for one that takes none. */
export function bodyOf(api: OpenApi, path: string): BodySchema {
  return bodyAt(api, api.paths[path]?.['post']?.requestBody?.content['application/json']?.schema.$ref);
}

/** A body with those inside it in their places. */
function bodyAt(api: OpenApi, ref: string | undefined): BodySchema {
  const { properties = {}, ...body } = api.components.schemas[ref?.split('/').at(-1) ?? ''] ?? {};
  const members = Object.entries(properties).map(
    ([name, field]) => [name, field.$ref === undefined ? field : { ...field, ...bodyAt(api, field.$ref) }] as const,
  );
  return { ...body, properties: Object.fromEntries(members) };
}

/** True where the list of tickets knows this filter: a server may be older than the console. */
export function knowsFilter(api: OpenApi | undefined, name: string): boolean {
  return api?.paths['/tickets']?.['get']?.parameters?.some((one) => one.in === 'query' && one.name === name) ?? false;
}

export function usePossibleCommands(id: string | undefined) {
  return useQuery({
    queryKey: ['ticket', id, 'commands'],
    queryFn: async ({ signal }) => (await call<Page<CommandPossible>>('GET', `/tickets/${id}/commands`, { signal })).items,
    enabled: id !== undefined,
  });
}
