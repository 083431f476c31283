/** What one cell of a question's column becomes, by the kind of the question. */
import { nameKey } from '../../names.ts';
import type { QuestionId } from '../../plan/plan.ts';
import { missingMark } from '../../stats/missing.ts';
import type { Field } from '../fields.ts';
import type { Known, NamedThing } from '../known.ts';
import type { Mapping } from '../mapping.ts';
import { isoTime, replyKey, spacedLabels, unmasked, yesOrNo } from './cells.ts';
import type { System } from './system.ts';

export type Convert = (text: string) => string;

/** Texts remembered for each column: every spelling of a scale, never a file. */
const mostRemembered = 512;

function remembering(convert: Convert): Convert {
  const known = new Map<string, string>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined) return before;
    const after = convert(text);
    if (known.size < mostRemembered) known.set(text, after);
    return after;
  };
}

export function questionConvert(
  known: Known,
  ids: readonly QuestionId[],
  mapping: Mapping,
  system: System | null,
): Convert {
  const found = known.questions.get(ids[0] ?? '');
  const kind = found?.question.kind ?? 'open';
  const plain: Convert = system?.notAsked == null ? (text) => text : unmasked;
  const written = (mapping.values.get(ids[0] ?? '') ?? new Map()) as ReadonlyMap<string, string>;
  const byKey = new Map([...written].map(([text, code]) => [nameKey(text), code]));
  const coded = (text: string): string | null =>
    written.get(text) ?? byKey.get(nameKey(text)) ?? null;
  const scale = found?.scale ?? null;
  if (kind === 'open') return plain;
  return remembering((text) => {
    if (text === '') return text;
    if (system !== null && text === system.notAsked) return missingMark('not-asked');
    if (scale === null) return coded(text) ?? plain(text);
    if (kind === 'multiple')
      return coded(text) ?? codedParts(text, coded) ?? spacedLabels(scale, text);
    return coded(text) ?? (system === null ? text : yesOrNo(scale, text));
  });
}

/** `A1, A3` where the mapping gives each part a code; null unless it gives one to all. */
function codedParts(text: string, coded: (part: string) => string | null): string | null {
  for (const mark of [/\s*[,;\n]\s*/, /\s+/]) {
    const codes = text.split(mark).map(coded);
    if (codes.length > 1 && codes.every((code) => code !== null)) return codes.join(' ');
  }
  return null;
}

const named: readonly Field[] = ['unit', 'place', 'group', 'form'];

export function fieldConvert(known: Known, field: Field, mapping: Mapping): Convert {
  if (field === 'at') return (text) => isoTime(text, mapping.times);
  if (field === 'reply') return replyKey;
  if (!named.includes(field)) return unmasked;
  const find = known.find[field as NamedThing];
  // Names in forms have no dashes: so_noi_vu is so-noi-vu.
  return remembering((text) => {
    const dashed = text.replaceAll('_', '-');
    if (text === '' || dashed === text || find(text).kind === 'one') return text;
    return find(dashed).kind === 'one' ? dashed : text;
  });
}
