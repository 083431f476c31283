/** Forms of a group that another survey asks: none are printed here, so a rehearsal makes up some for each unit. */
import type { PacketPart, Sheet } from '../packets.ts';
import type { Group, Plan } from '../plan/plan.ts';
import { ratedUnits } from '../plan/rated.ts';

/** Forms for each unit; how many the other survey asks is not known here. */
const formsPerUnit = 50;

/** In the order of the plan. The serials are nobody's: they only tell the forms apart. */
export function borrowedParts(plan: Plan, group: Group): readonly PacketPart[] {
  return ratedUnits(plan, group).map((unit): PacketPart => {
    const { id, form } = group;
    const packet = `unit:${unit}`;
    const sheets = Array.from({ length: formsPerUnit }, (_, at): Sheet => {
      return { serial: `${id}/${unit}/${at}`, form, group: id, packet, kind: 'form' };
    });
    const many = { sheets, count: sheets.length, forms: sheets.length, run: null };
    return { group: id, form, packet, ...many, unit, place: null, rates: [unit], send: null };
  });
}
