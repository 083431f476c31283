/** `rehearsal.json`: what marks a survey folder as a rehearsal, beside its plan.yaml. */
import { join } from 'node:path';
import { renderJson } from '../formats/json-write.ts';
import type { Io } from '../io.ts';

export const rehearsalFile = 'rehearsal.json';

export interface Rehearsal {
  readonly seed: string;
  /** Name and version of the tool that made it. */
  readonly tool: string;
  readonly planFingerprint: string;
}

export function renderRehearsal({ seed, tool, planFingerprint }: Rehearsal): string {
  return renderJson({ seed, tool, plan_fingerprint: planFingerprint });
}

/**
 * Null in the folder of a real survey. A file that cannot be understood still marks a rehearsal (its
 * seed is then `?`): the doubt must never make simulated figures look real.
 */
export async function readRehearsal(folder: string, io: Io): Promise<Rehearsal | null> {
  const file = join(folder, rehearsalFile);
  if ((await io.stat(file)) === null) return null;
  const unknown: Rehearsal = { seed: '?', tool: '', planFingerprint: '' };
  if ((await io.stat(file))?.kind !== 'file') return unknown;
  try {
    const data: unknown = JSON.parse(new TextDecoder().decode(await io.read(file)));
    if (typeof data !== 'object' || data === null) return unknown;
    const text = (key: string): string => {
      const value: unknown = Object.getOwnPropertyDescriptor(data, key)?.value;
      return typeof value === 'string' ? value : '';
    };
    const planFingerprint = text('plan_fingerprint');
    return { seed: text('seed') || '?', tool: text('tool'), planFingerprint };
  } catch (error) {
    if (error instanceof SyntaxError) return unknown;
    throw error;
  }
}
