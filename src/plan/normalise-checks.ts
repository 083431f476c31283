/** `checks` as written → as the plan holds it. */
import { type BackCheckRules, type Checks, usualChecks } from './checks.ts';
import type { PlanFile } from './schema.ts';

type ChecksFile = NonNullable<PlanFile['checks']>;

export function checksOf(written: PlanFile['checks']): Checks {
  if (written === undefined) return usualChecks;
  const usual = usualChecks;
  return {
    identical: {
      forms: written.identical?.forms ?? usual.identical.forms,
      questions: written.identical?.questions ?? usual.identical.questions,
    },
    straightLining: {
      questions: written.straight_lining?.questions ?? usual.straightLining.questions,
    },
    burst: {
      replies: written.burst?.replies ?? usual.burst.replies,
      minutes: written.burst?.minutes ?? usual.burst.minutes,
    },
    night: written.night ?? usual.night,
    missing: written.missing ?? usual.missing,
    void: written.void ?? usual.void,
    collectors: {
      forms: written.collectors?.forms ?? usual.collectors.forms,
      level: written.collectors?.level ?? usual.collectors.level,
      blanks: written.collectors?.blanks ?? usual.collectors.blanks,
      chance: written.collectors?.chance ?? usual.collectors.chance,
    },
    secondEntry: {
      share: written.second_entry?.share ?? usual.secondEntry.share,
      limit: written.second_entry?.limit ?? usual.secondEntry.limit,
    },
    backCheck: backCheckOf(written.back_check),
  };
}

function backCheckOf(written: ChecksFile['back_check']): BackCheckRules {
  const usual = usualChecks.backCheck;
  const by = written?.by ?? usual.by;
  return {
    share: written?.share ?? usual.share,
    by: by === 'whole' ? null : by,
    limit: written?.limit ?? usual.limit,
    voidAbove: written?.void_above ?? usual.voidAbove,
    tolerance: written?.tolerance ?? {},
    types: written?.types ?? {},
  };
}
