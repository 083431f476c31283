/**
 * Every key of the plan language with what may stand there, from the schema: what the reference page is made
 * of, and what its examples are held against.
 */
import * as z from 'zod';
import type { ScalarName } from './schema/scalar.ts';
import { planFile } from './schema.ts';

export interface PlanKey {
  /** `groups.quota.share.rate`: lists leave no trace; `*` stands for a name given elsewhere in the plan. */
  readonly path: string;
  /** What may stand there, one of these. */
  readonly shapes: readonly Shape[];
  /** Must be written wherever the key above it is; `in-this-form`: where that has other forms, in the one that has this key. */
  readonly required: 'always' | 'in-this-form' | 'no';
  readonly text: { readonly en: string; readonly vi: string } | null;
  /** Keys that this one only repeats are described there; null: described here. */
  readonly like: string | null;
}

export type Shape =
  | { readonly kind: 'scalar'; readonly name: ScalarName; readonly allowed: readonly string[] }
  | { readonly kind: 'list'; readonly of: readonly Shape[] }
  /** A map of names to such values. */
  | { readonly kind: 'names'; readonly of: readonly Shape[] }
  /** A map of keys, which follow. */
  | { readonly kind: 'keys' };

/** Parts that repeat another part: a pool is shared out as a split is, an exception follows a rule. */
const repeats: readonly (readonly [part: string, original: string])[] = [
  ['groups.quota.except.*', 'groups.quota'],
  ['groups.quota.pools', 'groups.quota.split'],
  ['groups.quota.share.bands', 'groups.quota.share'],
  ['groups.form.about', 'groups.about'],
  ['groups.in', 'groups.about'],
  ['forms.questions', 'questions.*'],
  ['index.classes.default', 'index.classes'],
  ['index.classes.by_block.*', 'index.classes'],
];

/** All keys, each after the key that holds it, in the order of the schema. */
export function planKeys(): readonly PlanKey[] {
  const whole = z.toJSONSchema(planFile, { io: 'input' }) as Schema;
  const found = new Map<string, PlanKey>();
  const walk: Walk = { defs: whole.$defs ?? {}, open: new Map(), found };
  keysWithin(walk, '', [whole]);
  return [...found.values()].map((key) => ({ ...key, like: key.like ?? repeated(key, found) }));
}

/** Our notes (`doc`, `scalar`) as they stand in the JSON that zod makes of the schema. */
interface Schema {
  readonly $defs?: Readonly<Record<string, Schema>>;
  readonly $ref?: string;
  readonly type?: string;
  readonly scalar?: ScalarName;
  readonly allowed?: readonly string[];
  readonly description?: string;
  readonly vi?: string;
  readonly anyOf?: readonly Schema[];
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: Schema | boolean;
}

interface Walk {
  readonly defs: Readonly<Record<string, Schema>>;
  /** Where each definition is described: a place holds places. */
  readonly open: Map<string, string>;
  readonly found: Map<string, PlanKey>;
}

/** The keys of whichever alternatives are maps; `path` is theirs. */
function keysWithin(walk: Walk, path: string, alternatives: readonly Schema[]): void {
  const maps = alternatives.flatMap((one) => mapsIn(walk, path, one));
  const names = new Set(maps.flatMap(({ properties = {} }) => Object.keys(properties)));
  for (const name of names) {
    const holding = maps.filter(({ properties = {} }) => name in properties);
    const schemas = holding.map(({ properties = {} }) => properties[name] ?? {});
    const always = holding.every((map) => map.required?.includes(name) ?? false);
    const everywhere = holding.length === maps.length ? 'always' : 'in-this-form';
    const required = always ? everywhere : 'no';
    addKey(walk, path === '' ? name : `${path}.${name}`, schemas, required);
  }
  const values = maps.flatMap(({ additionalProperties: value }) =>
    typeof value === 'object' ? [value] : [],
  );
  if (values.length > 0) addKey(walk, `${path}.*`, values, 'no');
}

function addKey(
  walk: Walk,
  path: string,
  schemas: readonly Schema[],
  required: PlanKey['required'],
): void {
  const written = schemas.find(({ description }) => description !== undefined);
  const { description: en, vi } = written ?? {};
  const text = en === undefined || vi === undefined ? null : { en, vi };
  const like = schemas.map((schema) => describedAt(walk, schema)).find((at) => at !== null) ?? null;
  const shapes = schemas.flatMap((schema) => shapesOf(walk, schema));
  walk.found.set(path, { path, shapes: unique(shapes), required, text, like });
  if (like === null) keysWithin(walk, path, schemas);
}

/** The maps that a value may be, whether alone or as items of a list. */
function mapsIn(walk: Walk, path: string, schema: Schema): readonly Schema[] {
  const { $ref, anyOf, items, type } = schema;
  if ($ref !== undefined) {
    if (!walk.open.has($ref)) walk.open.set($ref, path);
    return mapsIn(walk, path, resolved(walk, $ref));
  }
  if (anyOf !== undefined) return anyOf.flatMap((one) => mapsIn(walk, path, one));
  if (items !== undefined) return mapsIn(walk, path, items);
  return type === 'object' ? [schema] : [];
}

function describedAt(walk: Walk, { $ref, items }: Schema): string | null {
  const ref = $ref ?? items?.$ref;
  return ref === undefined ? null : (walk.open.get(ref) ?? null);
}

function shapesOf(walk: Walk, schema: Schema): readonly Shape[] {
  const { $ref, anyOf, items, properties = {}, additionalProperties, scalar, allowed } = schema;
  if ($ref !== undefined) return shapesOf(walk, resolved(walk, $ref));
  if (anyOf !== undefined) return anyOf.flatMap((one) => shapesOf(walk, one));
  if (items !== undefined) return [{ kind: 'list', of: unique(shapesOf(walk, items)) }];
  if (scalar !== undefined) return [{ kind: 'scalar', name: scalar, allowed: allowed ?? [] }];
  if (Object.keys(properties).length > 0) return [{ kind: 'keys' }];
  if (typeof additionalProperties !== 'object') return [];
  return [{ kind: 'names', of: shapesOf(walk, additionalProperties) }];
}

function unique(shapes: readonly Shape[]): readonly Shape[] {
  return [...new Map(shapes.map((shape) => [JSON.stringify(shape), shape])).values()];
}

function resolved({ defs }: Walk, ref: string): Schema {
  return defs[ref.slice(ref.lastIndexOf('/') + 1)] ?? {};
}

/** The key that says the same of the same thing, where this one stands in a part that repeats another. */
function repeated(key: PlanKey, found: ReadonlyMap<string, PlanKey>): string | null {
  for (const [part, original] of repeats) {
    if (!key.path.startsWith(`${part}.`)) continue;
    const there = found.get(original + key.path.slice(part.length));
    if (there !== undefined && there.text?.en === key.text?.en) return there.path;
  }
  return null;
}
