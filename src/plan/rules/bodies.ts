/** The bodies that lead or support tasks: listed where the plan lists them, written in one way. */
import { finding } from '../../findings/catalogue.ts';
import type { Finding, Where } from '../../findings/finding.ts';
import { matchName, type Named, type NameIndex, namedSo, nameIndex, nameKey } from '../../names.ts';
import { textsOf } from '../task-order.ts';
import { nearPairs } from './names.ts';
import { type Rule, type RuleContext, shortPlace } from './rule.ts';

export const bodyRules: readonly Rule[] = [
  { needs: ['tasks', 'bodies', 'units', 'document'], check: knownBodies },
  { needs: ['tasks', 'bodies', 'units', 'document'], check: writtenInOneWay },
];

interface Body {
  readonly name: string;
  readonly at: Where;
}

/** Leads and supports, task by task. */
function owners({ file, at }: RuleContext): readonly Body[] {
  return (file.tasks ?? []).flatMap((task, position) =>
    (['lead', 'support'] as const).flatMap((key) =>
      textsOf(task[key]).map((name, entry) => {
        const path = ['tasks', position, key];
        return { name, at: at(typeof task[key] === 'string' ? path : [...path, entry]) };
      }),
    ),
  );
}

/** Listed bodies, units and blocks, the issuer and the agency above it. */
function known({ plan }: RuleContext): NameIndex<Named> {
  const { issuer, parent } = plan.document;
  const names = [...(plan.bodies ?? []), issuer, parent].filter((name) => name !== null);
  return nameIndex([...names.map((name) => ({ id: name, name })), ...plan.blocks, ...plan.units]);
}

function knownBodies(context: RuleContext): readonly Finding[] {
  if (context.plan.bodies === null) return [];
  const index = known(context);
  const missing = owners(context).filter(({ name }) => namedSo(name, index).length === 0);
  return missing.map(({ name, at }, position) => {
    // Near ones are looked for among all units: worth it for slips, not where whole lists differ.
    const match = position < 50 ? matchName(name, index) : null;
    const near = match?.kind === 'none' ? match.near : [];
    return finding('plan/unknown-body', at, { body: name, near });
  });
}

function writtenInOneWay(context: RuleContext): readonly Finding[] {
  const { plan, at } = context;
  const listed = (plan.bodies ?? []).map((name, position) => {
    return { name, at: at(['bodies', position]) };
  });
  const index = plan.bodies === null ? null : known(context);
  // One that is not listed has been reported, with what is near.
  const written = owners(context).filter(
    ({ name }) => index === null || namedSo(name, index).length > 0,
  );
  const first = new Map<string, Body>();
  for (const body of [...listed, ...written]) {
    const key = nameKey(body.name);
    if (!first.has(key)) first.set(key, body);
  }
  return nearPairs([...first.values()]).map(({ one, before }) => {
    const args = { body: one.name, other: before.name, first: shortPlace(before.at) };
    return finding('plan/body-written-twice', one.at, args);
  });
}
