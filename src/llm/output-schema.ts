import { PromptError } from '../core/errors.ts';
import type { JsonSchema } from './provider.ts';

/** Keywords that every provider's structured output takes, or that we check again after the call. */
const KEYWORDS = new Set([
  'type',
  'properties',
  'required',
  'additionalProperties',
  'items',
  'enum',
  'description',
  'minimum',
  'maximum',
  'minItems',
  'maxItems',
  'minLength',
  'maxLength',
]);
const TYPES = new Set(['object', 'array', 'string', 'number', 'integer', 'boolean', 'null']);

/**
 * Checks that a schema stays inside the subset that all providers take: an object at the root, every property required
 * (nullable instead of optional), closed objects, arrays of one kind, enums and numbers. Throws PromptError with the path
 * of the first breach.
 */
export function assertPortable(schema: JsonSchema, at: string): void {
  if (schema.type !== 'object')
    throw fault(at, '$', `the root is ${JSON.stringify(schema.type)}`, 'make the root an object');
  walk(schema, '$', at);
}

function walk(node: JsonSchema, path: string, at: string): void {
  for (const key of Object.keys(node))
    if (!KEYWORDS.has(key))
      throw fault(at, path, `'${key}' is not portable`, `leave '${key}' out; check it after the call`);
  const types = [node.type].flat();
  if (!types.every((type) => TYPES.has(String(type))) || types.length === 0)
    throw fault(at, path, `the type is ${JSON.stringify(node.type)}`, `use one of: ${[...TYPES].join(', ')}`);
  if (types.length > 1 && !(types.length === 2 && types.includes('null')))
    throw fault(at, path, `the type is ${JSON.stringify(node.type)}`, "only a type and 'null' may stand together");
  if (types.includes('object')) {
    const properties = (node.properties ?? {}) as Record<string, JsonSchema>;
    const required = (node.required ?? []) as readonly string[];
    const missing = Object.keys(properties).find((name) => !required.includes(name));
    if (missing)
      throw fault(
        at,
        `${path}.${missing}`,
        'an optional property',
        "require it, with 'null' among its types if it may be missing",
      );
    if (node.additionalProperties !== false)
      throw fault(at, path, 'an open object', 'set additionalProperties: false and name every property');
    for (const [name, child] of Object.entries(properties)) walk(child, `${path}.${name}`, at);
  }
  if (types.includes('array')) {
    if (!node.items || Array.isArray(node.items))
      throw fault(at, path, 'an array without one kind of items', 'give items one schema');
    walk(node.items as JsonSchema, `${path}[]`, at);
  }
}

function fault(at: string, path: string, what: string, hint: string): PromptError {
  return new PromptError(
    'schema-not-portable',
    `the output schema has ${what.startsWith('an ') ? what : `a fault: ${what}`} at ${path}`,
    {
      at,
      hint,
    },
  );
}

/** What of a value breaks a portable schema, as sentences; at most three. */
export function schemaIssues(value: unknown, schema: JsonSchema, path = '$'): readonly string[] {
  const issues: string[] = [];
  check(value, schema, path, issues);
  return issues.slice(0, 3);
}

function check(value: unknown, schema: JsonSchema, path: string, issues: string[]): void {
  const types = [schema.type].flat().map(String);
  const is = typeOf(value);
  if (!types.includes(is) && !(is === 'integer' && types.includes('number'))) {
    issues.push(`${path} is ${is}, not ${types.join(' or ')}`);
    return;
  }
  const allowed = schema.enum as readonly unknown[] | undefined;
  if (allowed && !allowed.includes(value)) issues.push(`${path} is not one of ${allowed.join(', ')}`);
  if (typeof value === 'number') {
    if (value < Number(schema.minimum ?? -Infinity)) issues.push(`${path} is below ${schema.minimum}`);
    if (value > Number(schema.maximum ?? Infinity)) issues.push(`${path} is above ${schema.maximum}`);
  }
  if (typeof value === 'string') {
    if (value.length < Number(schema.minLength ?? 0)) issues.push(`${path} is shorter than ${schema.minLength}`);
    if (value.length > Number(schema.maxLength ?? Infinity)) issues.push(`${path} is longer than ${schema.maxLength}`);
  }
  if (Array.isArray(value)) {
    if (value.length < Number(schema.minItems ?? 0)) issues.push(`${path} has fewer than ${schema.minItems} items`);
    if (value.length > Number(schema.maxItems ?? Infinity))
      issues.push(`${path} has more than ${schema.maxItems} items`);
    value.forEach((item, i) => {
      check(item, schema.items as JsonSchema, `${path}[${i}]`, issues);
    });
  } else if (value !== null && typeof value === 'object') {
    const properties = (schema.properties ?? {}) as Record<string, JsonSchema>;
    for (const [name, child] of Object.entries(properties)) {
      if (!(name in value)) issues.push(`${path}.${name} is missing`);
      else check((value as Record<string, unknown>)[name], child, `${path}.${name}`, issues);
    }
  }
}

function typeOf(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'array';
  if (typeof value === 'number') return Number.isInteger(value) ? 'integer' : 'number';
  return typeof value;
}
