import { plainToInstance } from 'class-transformer';
import { getMetadataStorage, validateSync, type ValidationError } from 'class-validator';
import { keepsTheRules, withoutNulls } from './body-rules.js';

export interface BodyFault {
  /** RFC 6901 pointer into the body. */
  readonly pointer: string;
  readonly detail: string;
  /** A stable name of the kind of fault, of governed documents. */
  readonly code?: string;
}
export type Parsed<Body> = { readonly body: Body } | { readonly faults: readonly BodyFault[] };

/** Parses what JSON.parse gave, once, at the edge: the class's bounds, and nothing that the class does not name. */
export function parseBody<Body extends object>(type: new () => Body, raw: unknown): Parsed<Body> {
  if (typeof raw !== 'object' || raw === null || Array.isArray(raw))
    return { faults: [{ pointer: '', detail: 'must be an object' }] };
  if (keepsTheRules(type, raw)) return { body: withoutNulls(type, raw as Body) };
  if (!hasRules(type)) return nothingIn(raw);
  if (isDeeperThan(deepest, raw)) return { faults: [{ pointer: '', detail: 'is nested too deeply' }] };
  const body = plainToInstance(type, raw, { exposeUnsetFields: false });
  const errors = validateSync(body, { whitelist: true, forbidNonWhitelisted: true, forbidUnknownValues: true });
  if (errors.length > 0) return { faults: errors.flatMap((error) => faultsOf(error, '')) };
  return { body: withoutNulls(type, JSON.parse(JSON.stringify(body)) as Body) };
}

/** Levels of lists and objects within each other that are walked through; no body has so many, and the stack has an end. */
const deepest = 32;

function isDeeperThan(levels: number, value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return levels === 0 || Object.values(value).some((member) => isDeeperThan(levels - 1, member));
}

function faultsOf(error: ValidationError, path: string): readonly BodyFault[] {
  const pointer = `${path}/${error.property.replaceAll('~', '~0').replaceAll('/', '~1')}`;
  const own = Object.values(error.constraints ?? {}).map((detail) => ({ pointer, detail }));
  return [...own, ...(error.children ?? []).flatMap((child) => faultsOf(child, pointer))];
}

/** class-validator takes a class without rules for unknown; here it is a body without members. */
function nothingIn<Body>(raw: object): Parsed<Body> {
  const faults = Object.keys(raw).map((name) => ({ pointer: `/${name}`, detail: 'should not exist' }));
  return faults.length > 0 ? { faults } : { body: {} as Body };
}

function hasRules(type: new () => object): boolean {
  return getMetadataStorage().getTargetValidationMetadatas(type, '', false, false).length > 0;
}
