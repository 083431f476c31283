/** Packets → PDF: each form is set once; every sheet is a stamp on its pages. */
import { qrPath } from '../formats/qr.ts';
import type { Typeset, Typesetter, TypstProblem } from '../formats/typst.ts';
import { type Master, masterKey, paperForm, paperPacket, paperPartForm } from '../packets/paper.ts';
import type { Packet, PacketPart } from '../packets.ts';
import type { Plan } from '../plan/plan.ts';

export interface PacketPrinter {
  /** The form without serials, as it is annexed to a plan. */
  readonly form: (part: Pick<PacketPart, 'form' | 'rates'>) => Typeset<Uint8Array>;
  readonly packet: (packet: Packet) => Typeset<Uint8Array>;
}

/** Forgetting takes time too: not after every small packet. */
const rememberedSheets = 200;

/**
 * Prints the packets of one plan. The typesetter must know the packet templates. Forms are kept for all
 * packets; nothing else is, so memory does not grow with their number.
 */
export function packetPrinter(plan: Plan, typesetter: Typesetter): PacketPrinter {
  const masters = new Map<string, Master>();
  let sheets = 0;
  const form: PacketPrinter['form'] = (part) => {
    typesetter.put('form.json', json(paperForm(plan, part)));
    return typesetter.pdf('form.typ', { tags: true });
  };
  const setMaster = (part: PacketPart): Typeset<Master> => {
    const pdf = form(part);
    if (!pdf.ok) return pdf;
    const measured = typesetter.query('form.typ', 'master');
    if (!measured.ok) return measured;
    const pages = pagesOf(measured.value);
    if (pages === null) return { ok: false, problems: [endMissing] };
    const file = `master-${masters.size + 1}.pdf`;
    typesetter.put(file, pdf.value);
    return { ok: true, value: { file, ...pages } };
  };
  const masterOf = (part: PacketPart): Typeset<Master> => {
    const known = masters.get(masterKey(part));
    if (known !== undefined) return { ok: true, value: known };
    const made = setMaster(part);
    if (made.ok) masters.set(masterKey(part), made.value);
    return made;
  };
  const partForm = (part: PacketPart, index: number): Typeset<Master> => {
    const master = masterOf(part);
    if (!master.ok) return master;
    typesetter.put('part.json', json(paperPartForm(plan, part, master.value)));
    const pdf = typesetter.pdf('part.typ', { tags: false });
    if (!pdf.ok) return pdf;
    const file = `part-${index + 1}.pdf`;
    typesetter.put(file, pdf.value);
    return { ok: true, value: { ...master.value, file } };
  };
  const packet: PacketPrinter['packet'] = (one) => {
    const forms: Master[] = [];
    for (const [index, part] of one.parts.entries()) {
      const form = partForm(part, index);
      if (!form.ok) return form;
      forms.push(form.value);
    }
    typesetter.put('packet.json', json(paperPacket(plan, one, forms, qrPath)));
    const pdf = typesetter.pdf('packet.typ', { tags: false });
    sheets += one.parts.reduce((sum, part) => sum + part.count, 0);
    if (sheets >= rememberedSheets) {
      typesetter.forget();
      sheets = 0;
    }
    return pdf;
  };
  return { form, packet };
}

function json(value: unknown): Uint8Array {
  return new TextEncoder().encode(JSON.stringify(value));
}

/** `form-end` of the template says how many pages it has and how large they are (points). */
function pagesOf(said: readonly unknown[]): Omit<Master, 'file'> | null {
  const { pages, width, height } = (said[0] ?? {}) as Partial<Record<string, number>>;
  if (pages === undefined || width === undefined || height === undefined) return null;
  return { pages, width, height };
}

const endMissing: TypstProblem = {
  file: 'form.typ',
  line: null,
  column: null,
  message: '#form-end is missing at the end',
};
