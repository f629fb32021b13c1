import {
  getFromContainer,
  getMetadataStorage,
  type ValidationArguments,
  type ValidatorConstraintInterface,
} from 'class-validator';
import { takesAway } from './null-takes-away.js';
import { nestedClass } from './nested-list.js';

type BodyClass = new () => object;
type Check = (value: unknown, body: object) => boolean;
interface Rule {
  readonly propertyName: string;
  readonly type: string;
  readonly constraints?: readonly unknown[];
  readonly constraintCls?: new () => ValidatorConstraintInterface;
  readonly each?: boolean;
}
interface Property {
  readonly optional: boolean;
  readonly checks: readonly Check[];
  /** Of a body within the body. */
  readonly inner?: BodyClass;
}

const known = new Map<BodyClass, ReadonlyMap<string, Property>>();

/**
 * True where a body as JSON.parse gives it keeps every rule of its class: the class-validator rules themselves, looked up
 * once a class rather than once a body. False says only that class-validator has to look, and to name the faults.
 */
export function keepsTheRules(type: BodyClass, body: object): boolean {
  const properties = propertiesOf(type);
  for (const name of Object.keys(body)) if (!properties.has(name)) return false;
  for (const [name, { optional, checks }] of properties) {
    const value = (body as Record<string, unknown>)[name];
    if (optional && (value === undefined || value === null)) continue;
    for (const check of checks) if (!check(value, body)) return false;
  }
  return true;
}

/**
 * A body that keeps its rules, without the optional members that are null: `@IsOptional()` lets null pass like a member that
 * is not there, and whoever handles the body knows only the latter. Members by which null takes something away keep it.
 */
export function withoutNulls<Body extends object>(type: BodyClass, body: Body): Body {
  const properties = propertiesOf(type);
  const members = Object.entries(body) as [string, unknown][];
  if (members.every(([name, value]) => value !== null && properties.get(name)?.inner === undefined)) return body;
  const given = members.filter(([name, value]) => value !== null || !properties.get(name)?.optional || takesAway(type, name));
  return Object.fromEntries(given.map(([name, value]) => [name, innerWithoutNulls(properties.get(name)?.inner, value)])) as Body;
}

function innerWithoutNulls(inner: BodyClass | undefined, value: unknown): unknown {
  if (inner === undefined || typeof value !== 'object' || value === null) return value;
  return Array.isArray(value) ? value.map((item: object) => withoutNulls(inner, item)) : withoutNulls(inner, value);
}

function propertiesOf(type: BodyClass): ReadonlyMap<string, Property> {
  const before = known.get(type);
  if (before) return before;
  const rules = getMetadataStorage().getTargetValidationMetadatas(type, '', false, false) as unknown as readonly Rule[];
  const properties = new Map<string, { optional: boolean; checks: Check[]; inner?: BodyClass }>();
  for (const rule of rules) {
    const property = properties.get(rule.propertyName) ?? { optional: false, checks: [] };
    properties.set(rule.propertyName, property);
    if (isOptional(rule)) property.optional = true;
    else property.checks.push(checkOf(type, rule));
    if (rule.type === 'nestedValidation') property.inner = nestedClass(type, rule.propertyName).inner;
  }
  known.set(type, properties);
  return properties;
}

/** `@IsOptional()`: the one condition that bodies use, told by how it answers. */
function isOptional({ type, propertyName, constraints = [] }: Rule): boolean {
  if (type !== 'conditionalValidation') return false;
  const applies = constraints[0] as (body: object) => boolean;
  return !applies({}) && !applies({ [propertyName]: null }) && applies({ [propertyName]: '' });
}

function checkOf(type: BodyClass, rule: Rule): Check {
  if (rule.type === 'nestedValidation') return nestedCheck(type, rule);
  if (rule.type !== 'customValidation' || rule.constraintCls === undefined) return () => false;
  const constraint = getFromContainer(rule.constraintCls);
  // What a constraint is told beside the value is filled in anew for each: none keeps it, and none waits.
  const told = { targetName: type.name, property: rule.propertyName, object: {}, constraints: [...(rule.constraints ?? [])] };
  const about: ValidationArguments = { ...told, value: undefined };
  const one: Check = (value, object) => {
    about.value = value;
    about.object = object;
    return constraint.validate(value, about) === true;
  };
  return rule.each ? (value, body) => Array.isArray(value) && value.every((item) => one(item, body)) : one;
}

function nestedCheck(type: BodyClass, { propertyName }: Rule): Check {
  const { inner, isList } = nestedClass(type, propertyName);
  const one: Check = (value) =>
    typeof value === 'object' && value !== null && !Array.isArray(value) && keepsTheRules(inner, value);
  return isList ? (value, body) => Array.isArray(value) && value.every((item) => one(item, body)) : one;
}
