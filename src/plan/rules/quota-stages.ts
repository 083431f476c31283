/** Whether the stages of a selection can be walked: levels inwards, how many, and what the way of choosing needs. */
import { finding } from '../../findings/catalogue.ts';
import type { Finding } from '../../findings/finding.ts';
import type { RuleFile } from '../normalise-quota.ts';
import type { Plan } from '../plan.ts';
import type { TreePath } from '../tree.ts';
import { type Rule, type RuleContext, unknownNames } from './rule.ts';
import { allRules } from './written-rules.ts';

export const quotaStageRules: readonly Rule[] = [
  { needs: ['groups', 'places'], check: stageLevels },
  { needs: ['groups'], check: stageTakes },
  { needs: ['groups'], check: stageKeys },
  { needs: ['groups', 'places'], check: stageTypes },
];

type StageFile = NonNullable<RuleFile['stages']>['by'][number];

interface PlacedStage {
  readonly group: string;
  readonly stage: StageFile;
  readonly path: TreePath;
}

function stagesOf({ file }: RuleContext): readonly PlacedStage[] {
  return allRules(file.groups).flatMap(({ group, rule, path }) =>
    (rule.stages?.by ?? []).map((stage, position) => {
      return { group: group.id, stage, path: [...path, 'stages', 'by', position] };
    }),
  );
}

/** Level by level, from any level on: the places above the first stage are then all parents. */
function stageLevels({ file, at }: RuleContext): readonly Finding[] {
  const known = file.places?.levels ?? [];
  return allRules(file.groups).flatMap(({ group, rule, path }) => {
    if (rule.stages === undefined || file.places === undefined) return [];
    const levels = rule.stages.by.map(({ level }) => level);
    const by = [...path, 'stages', 'by'];
    const references = levels.map((id, position) => ({ id, at: at([...by, position, 'level']) }));
    const unknown = unknownNames('level', references, known);
    const first = known.indexOf(levels[0] ?? '');
    const inOrder = levels.every((level, position) => level === known[first + position]);
    if (unknown.length > 0 || inOrder) return unknown;
    const written = levels.map((level) => known.indexOf(level));
    const expected = known.slice(Math.min(...written), Math.max(...written) + 1);
    return [finding('plan/stage-order', at(by, 'key'), { group: group.id, levels, expected })];
  });
}

/** A number, a share or picks: one of them; and picks must add up to the number. */
function stageTakes(context: RuleContext): readonly Finding[] {
  return stagesOf(context).flatMap(({ group, stage, path }) => {
    const { level, take, fraction, picks } = stage;
    const picked =
      picks === undefined ? null : Object.values(picks).reduce((sum, one) => sum + one, 0);
    const args = { group, level };
    if (take !== undefined && fraction !== undefined) {
      const where = context.at([...path, 'fraction'], 'key');
      return [finding('plan/stage-take', where, { ...args, problem: 'both' })];
    }
    if (take === undefined && fraction === undefined && picked === null) {
      return [
        finding('plan/stage-take', context.at([...path, 'level']), { ...args, problem: 'none' }),
      ];
    }
    if (picked === null || take === picked || (take === undefined && fraction === undefined))
      return [];
    const key = take === undefined ? 'fraction' : 'take';
    const where = context.at([...path, key], 'key');
    return [finding('plan/stage-take', where, { ...args, problem: 'picks' })];
  });
}

/** What the way of choosing needs, and what says nothing beside it. */
function stageKeys(context: RuleContext): readonly Finding[] {
  return stagesOf(context).flatMap(({ group, stage, path }) => {
    const { how = 'named' } = stage;
    const idle = [
      ...(how === 'pps' ? [] : (['size'] as const)),
      ...(how === 'purposive' ? [] : (['picks'] as const)),
      ...(how === 'named' || how === 'purposive' ? (['reserve'] as const) : []),
    ].filter((key) => stage[key] !== undefined);
    const needs =
      how === 'pps' && stage.size === undefined
        ? [
            finding('plan/method-needs', context.at([...path, 'how']), {
              group,
              method: how,
              key: 'size',
            }),
          ]
        : [];
    return [
      ...needs,
      ...idle.map((key) =>
        finding('plan/says-nothing', context.at([...path, key], 'key'), {
          group,
          key,
          beside: how,
        }),
      ),
    ];
  });
}

/** Types that numbers of places and of sheets go by: there at all, and at the level that the table is about. */
function stageTypes({ file, plan, places, at }: RuleContext): readonly Finding[] {
  const types = [...new Set(places.flatMap(({ type }) => type ?? []))];
  return allRules(file.groups).flatMap(({ group, rule, path }) =>
    typeTables(rule, plan, path).flatMap(({ take, path: own, level }) => {
      if (typeof take !== 'object' || !('by_type' in take)) return [];
      const references = Object.keys(take.by_type).map((id) => {
        return { id, at: at([...own, 'by_type', id], 'key') };
      });
      const unknown = unknownNames('place-type', references, types);
      const there = plan.places.filter((place) => place.level === level);
      const idle = references.filter(
        ({ id }) => types.includes(id) && !there.some(({ type }) => type === id),
      );
      const name = plan.levels[level] ?? '';
      return [
        ...unknown,
        ...idle.map(({ id: type, at: where }) =>
          finding('plan/type-not-at-level', where, { group: group.id, type, level: name }),
        ),
      ];
    }),
  );
}

/** Sheets go by the type of the place itself, numbers of places by that of the place above. */
function typeTables({ stages }: RuleFile, { levels }: Plan, path: TreePath) {
  if (stages === undefined) return [];
  const levelOf = (stage: StageFile | undefined): number => levels.indexOf(stage?.level ?? '');
  const sheets = { take: stages.take, path: [...path, 'stages', 'take'] };
  const numbers = stages.by.map((stage, position) => {
    const own = [...path, 'stages', 'by', position, 'take'];
    return { take: stage.take, path: own, level: levelOf(stage) - 1 };
  });
  return [{ ...sheets, level: levelOf(stages.by.at(-1)) }, ...numbers];
}
