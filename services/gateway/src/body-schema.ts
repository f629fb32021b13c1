import { code, nestedClass } from '@ledgerline/contracts';
import { getMetadataStorage } from 'class-validator';

type BodyClass = new () => object;
type Schema = Record<string, unknown>;
interface Rule {
  readonly propertyName: string;
  readonly name?: string;
  readonly type: string;
  readonly constraints?: readonly unknown[];
  readonly each?: boolean;
}

/** The JSON Schema of a body class, from the rules that parse it; nested classes become components of their own. */
export function schemaOf(type: BodyClass, components: Record<string, unknown>): Schema {
  if (!(type.name in components)) {
    components[type.name] = {};
    components[type.name] = objectSchema(type, components);
  }
  return { $ref: `#/components/schemas/${type.name}` };
}

function objectSchema(type: BodyClass, components: Record<string, unknown>): Schema {
  const rules = getMetadataStorage().getTargetValidationMetadatas(type, '', false, false) as readonly Rule[];
  const properties: Record<string, Schema> = {};
  const optional = new Set<string>();
  for (const rule of rules) {
    const schema = (properties[rule.propertyName] ??= {});
    if (rule.type === 'conditionalValidation') optional.add(rule.propertyName);
    else if (rule.type === 'nestedValidation') Object.assign(schema, nested(type, rule.propertyName, components));
    else Object.assign(rule.each ? ((schema['items'] ??= {}) as Schema) : schema, keyword(rule));
  }
  const required = Object.keys(properties).filter((name) => !optional.has(name));
  return { type: 'object', properties, additionalProperties: false, ...(required.length > 0 ? { required } : {}) };
}

function nested(type: BodyClass, property: string, components: Record<string, unknown>): Schema {
  const { inner, isList } = nestedClass(type, property);
  return isList ? { items: schemaOf(inner, components) } : schemaOf(inner, components);
}

function keyword({ name, constraints = [] }: Rule): Schema {
  const [first, second] = constraints;
  switch (name) {
    case 'isString':
      return { type: 'string' };
    case 'isInt':
      return { type: 'integer' };
    case 'min':
      return { minimum: first };
    case 'max':
      return { maximum: first };
    case 'isBoolean':
      return { type: 'boolean' };
    case 'isNumber':
      return { type: 'number' };
    case 'isInt':
      return { type: 'integer' };
    case 'min':
      return { minimum: first };
    case 'max':
      return { maximum: first };
    case 'isArray':
      return { type: 'array' };
    case 'isObject':
      return { type: 'object' };
    case 'minLength':
      return { minLength: first };
    case 'maxLength':
      return { maxLength: first };
    case 'isLength':
      return { minLength: first, maxLength: second };
    case 'matches':
      return { pattern: (first as RegExp).source };
    case 'isIn':
      return { enum: first };
    case 'isEmail':
      return { type: 'string', format: 'email' };
    case 'isInstant':
      return { type: 'string', format: 'date-time' };
    case 'isLocalDate':
      return { type: 'string', format: 'date' };
    case 'isCodeOrObject':
      return { oneOf: [{ type: 'string', pattern: code.source }, { type: 'object' }] };
    case 'isLatitude':
      return { minimum: -90, maximum: 90 };
    case 'isLongitude':
      return { minimum: -180, maximum: 180 };
    case 'arrayMinSize':
      return { minItems: first };
    case 'arrayMaxSize':
      return { maxItems: first };
    case 'arrayUnique':
      return { uniqueItems: true };
    default:
      throw new TypeError(`no JSON Schema for the rule ${String(name)}`);
  }
}
