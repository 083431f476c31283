/** The plan language as JSON Schema, for completion and hints in editors. */
import * as z from 'zod';
import type { IdKind } from '../findings/plan-words.ts';
import { ruleNames } from './rules/written-rules.ts';
import { idPattern } from './scalars.ts';
import type { ScalarName } from './schema/scalar.ts';
import { planFile } from './schema.ts';

type Schema = Record<string, unknown>;

/** Draft 2020-12. Editors know YAML's own types, so a count may be a number here though we read text. */
export function planJsonSchema(): Schema {
  const schema = z.toJSONSchema(planFile, {
    io: 'input',
    override: ({ jsonSchema, path }) => {
      describe(jsonSchema as Schema);
      bind(jsonSchema as Schema, path);
    },
  }) as Schema;
  const { $schema, ...rest } = schema;
  return { $schema, title: 'plan.yaml', ...rest };
}

/** Turns our notes on a schema (`scalar`, `allowed`, `vi`) into JSON Schema. */
function describe(schema: Schema): void {
  const { scalar, allowed, vi, description } = schema;
  delete schema.scalar;
  delete schema.allowed;
  delete schema.vi;
  if (typeof scalar === 'string') {
    delete schema.type;
    const own = scalarSchemas[scalar as ScalarName];
    Object.assign(schema, allowed === undefined ? own : { enum: allowed });
  }
  if (typeof vi === 'string' && typeof description === 'string') {
    schema.description = `${description}\n${vi}`;
  }
}

/** What holds among the keys of a map: one rule in a quota, figures with names that headings can have. */
function bind(schema: Schema, path: readonly (string | number)[]): void {
  const properties = (schema.properties ?? {}) as Schema;
  if (ruleNames.every((name) => Object.hasOwn(properties, name))) {
    schema.oneOf = ruleNames.map((name) => ({ required: [name] }));
  }
  const takesFigures = 'id' in properties && typeof schema.additionalProperties === 'object';
  if (takesFigures || path.join('.') === 'properties.figures') {
    schema.propertyNames = { pattern: idPattern('attribute').source };
  }
}

const count = {
  anyOf: [
    { type: 'integer', minimum: 0 },
    { type: 'string', pattern: '^\\d+$' },
  ],
};

const decimal = {
  anyOf: [{ type: 'number' }, { type: 'string', pattern: '^-?\\d+(\\.\\d+)?$' }],
};

const countOrPercent = {
  anyOf: [
    { type: 'integer', minimum: 0 },
    { type: 'string', pattern: '^\\d+(\\.\\d+)?\\s*%?$' },
  ],
};

const scalarSchemas: Readonly<Record<ScalarName, Schema>> = {
  text: { type: ['string', 'number', 'boolean'] },
  count,
  // Only an amount may have decimals, which a schema cannot tell from here.
  figure: { anyOf: [...decimal.anyOf, { const: 'unknown' }] },
  decimal,
  expression: { type: ['string', 'number', 'boolean'] },
  percent: { type: 'string', pattern: '^\\d+(\\.\\d+)?\\s*%$' },
  share: {
    anyOf: [
      { type: 'number', minimum: 0, maximum: 1 },
      { type: 'string', pattern: '^\\d+(\\.\\d+)?\\s*%?$' },
    ],
  },
  threshold: {
    anyOf: [
      { type: 'number', minimum: 0 },
      { type: 'string', pattern: '^\\d+(\\.\\d+)?\\s*%?$' },
    ],
  },
  spare: countOrPercent,
  limit: countOrPercent,
  'yes-no': { enum: ['yes', 'no', true, false] },
  date: { type: 'string', pattern: '^\\d{4}-\\d{2}-\\d{2}$' },
  'day-or-month': { type: 'string', pattern: '^\\d{4}-\\d{2}(-\\d{2})?$' },
  time: { type: 'string', pattern: '^\\d{2}:\\d{2}$' },
  'one-of': { type: 'string' },
  id: idSchema('id'),
  form: idSchema('form'),
  question: idSchema('question'),
  option: idSchema('option'),
  criterion: idSchema('criterion'),
  attribute: idSchema('attribute'),
  serial: idSchema('serial'),
  file: idSchema('file'),
  results: idSchema('results'),
};

/** `01` and `1.2` are numbers to an editor, so the pattern binds texts only. */
function idSchema(kind: IdKind): Schema {
  return { type: ['string', 'number', 'boolean'], pattern: idPattern(kind).source };
}
