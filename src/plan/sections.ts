/** The tree of the plan file → its sections, each read on its own, so that a slip in one hides no other. */
import type { Finding } from '../findings/finding.ts';
import { issueFindings, type Written } from './issues.ts';
import { placeKeyNames, unitKeyNames } from './schema/units.ts';
import { type PlanFile, planFile, planSections, type Section } from './schema.ts';
import { plainOf } from './tree.ts';

export interface Sections {
  /** Sections that cannot be read are empty. */
  readonly file: PlanFile;
  readonly unreadable: ReadonlySet<Section>;
  readonly findings: readonly Finding[];
}

const keysBesideFigures = [...new Set([...unitKeyNames, ...placeKeyNames])];

const nothing: PlanFile = { survey: '', title: '', units: [], groups: [], forms: [] };

export function readSections(written: Written): Sections {
  const plain = plainOf(written.root);
  const whole = planFile.safeParse(plain);
  if (whole.success) return { file: whole.data, unreadable: new Set(), findings: [] };
  const findings = issueFindings(whole.error.issues, written, keysBesideFigures);
  const values: Readonly<Record<string, unknown>> =
    typeof plain === 'string' || Array.isArray(plain) ? {} : { ...plain };
  const unreadable = new Set<Section>();
  const read: Record<string, unknown> = {};
  for (const section of Object.keys(planSections) as Section[]) {
    const result = planSections[section].safeParse(values[section]);
    if (!result.success) unreadable.add(section);
    else if (result.data !== undefined) read[section] = result.data;
  }
  return { file: { ...nothing, ...read }, unreadable, findings };
}
