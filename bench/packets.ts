/**
 * 2.085 forms of 2 pages in 40 packets, printed by `packetPrinter` (covers, hand-over lists and tally sheets
 * included), against two peers in the same run:
 * - bare stamping: the form's pages as background, a serial, a QR code by uqr's own settings and a page
 *   number, nothing else. To hold: at most 1,5 times its CPU time;
 * - afresh: Typst sets every form anew, on a part of the forms, carried over to all of them.
 * To hold besides: less than 500 MiB at the peak, at most 5 KB a page; with `--many`, 20.000 forms in the
 * same memory. `--wasm` uses the WebAssembly build. Run: node bench/run.js packets
 */
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { encode } from 'uqr';
import { packetPrinter } from '../src/commands/packet-print.ts';
import { readPress } from '../src/commands/press.ts';
import type { Typeset, Typesetter } from '../src/formats/typst.ts';
import { nodeIo } from '../src/io.ts';
import { type Packet, packets } from '../src/packets.ts';
import type { Form } from '../src/plan/plan.ts';
import { group, nowhere, plan, quotasOf, row, units } from '../test/packet-plan.ts';

const many = process.argv.includes('--many');
const engine = process.argv.includes('--wasm') ? 'wasm' : 'native';
const packetCount = many ? 384 : 40;
const forms = many ? 20_000 : 2085;
const afreshPackets = 2;

/** A form of two full pages: the questions of the test plan, three times. */
function longForm(): Form {
  const form = plan({}).forms.find(({ id }) => id === '03');
  if (form === undefined) throw new Error('the test plan has no form 03');
  const questions = [1, 2, 3].flatMap((time) =>
    form.questions.map((question) => ({ ...question, id: `${question.id}x${time}` })),
  );
  return { ...form, questions };
}

const targets = units(packetCount);
const about = { over: { kind: 'units', units: targets.map(({ id }) => id) } } as const;
const survey = plan({
  units: targets,
  forms: [longForm()],
  groups: [group('staff', 'Công chức', about)],
});
const quotas = quotasOf(
  targets.map(({ id, name }, at) => {
    const size =
      Math.floor((forms * (at + 1)) / packetCount) - Math.floor((forms * at) / packetCount);
    return row('staff', { kind: 'unit', unit: id }, size, { name });
  }),
);

interface Measured {
  readonly cpuSeconds: number;
  readonly bytes: number;
}

async function measure(work: () => AsyncGenerator<Uint8Array>): Promise<Measured> {
  const start = process.cpuUsage();
  let bytes = 0;
  for await (const pdf of work()) bytes += pdf.length;
  const { user, system } = process.cpuUsage(start);
  return { cpuSeconds: (user + system) / 1e6, bytes };
}

function sure<T>(made: Typeset<T>): T {
  if (!made.ok) throw new Error(JSON.stringify(made.problems));
  return made.value;
}

/** A fresh typesetter; the templates are read as if they were the survey's own. */
async function press(): Promise<Typesetter> {
  const root = join(import.meta.dirname, '..', '..', '..');
  return (await readPress(root, nodeIo('vi'), engine)).typesetter;
}

async function* ours(): AsyncGenerator<Uint8Array> {
  const made = packets(survey, quotas, nowhere);
  const printer = packetPrinter(survey, await press());
  for (const packet of made.ok ? made.value : []) {
    yield sure(printer.packet(packet));
    // As the command does while it writes: Node frees the typesetter's results between events.
    await setImmediate();
  }
}

const stampTemplate = `
#set document(date: none)
#set page(paper: "a4", margin: 0pt)
#set text(font: "Tinos", size: 10pt, fallback: false)
#for sheet in json("sheets.json") { for n in (1, 2) {
  page(background: image("master.pdf", page: n, width: 100%), {
    place(dx: 25mm, dy: 12mm, sheet.unit)
    place(dx: 130mm, dy: 12mm, sheet.serial)
    place(dx: 130mm, dy: 18mm)[Trang #n/2]
    place(dx: 180mm, dy: 9mm, image(bytes(sheet.qr), format: "svg", width: 15mm))
  })
} }`;

async function* bare(): AsyncGenerator<Uint8Array> {
  const made = packets(survey, quotas, nowhere);
  const typst = await press();
  const part = { form: '03', rates: ['u1'] };
  typst.put('master.pdf', sure(packetPrinter(survey, typst).form(part)));
  typst.put('stamp-only.typ', stampTemplate);
  for (const packet of made.ok ? made.value : []) {
    typst.put('sheets.json', Buffer.from(JSON.stringify(bareSheets(packet))));
    yield sure(typst.pdf('stamp-only.typ', { tags: false }));
    typst.forget();
    await setImmediate();
  }
}

function bareSheets(packet: Packet): readonly unknown[] {
  return packet.parts.flatMap(({ sheets }) =>
    sheets.map(({ serial }) => {
      const { data, size } = encode(serial, { ecc: 'L', border: 0 });
      const path = data.flatMap((line, y) => line.map((dark, x) => (dark ? `M${x} ${y}.5h1` : '')));
      const body = `<path stroke='#000' d='${path.join('')}'/>`;
      const qr = `<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 ${size} ${size}'>${body}</svg>`;
      return { unit: packet.name, serial, qr };
    }),
  );
}

const afreshTemplate = `
#for sheet in json("sheets.json") {
  set page(foreground: {
    place(dx: 25mm, dy: 12mm, sheet.unit)
    place(dx: 130mm, dy: 12mm, sheet.serial)
    place(dx: 180mm, dy: 9mm, image(bytes(sheet.qr), format: "svg", width: 15mm))
  })
  include "form.typ"
}`;

async function* afresh(): AsyncGenerator<Uint8Array> {
  const made = packets(survey, quotas, nowhere);
  const typst = await press();
  sure(packetPrinter(survey, typst).form({ form: '03', rates: ['u1'] }));
  typst.put('afresh.typ', afreshTemplate);
  for (const packet of (made.ok ? made.value : []).slice(0, afreshPackets)) {
    typst.put('sheets.json', Buffer.from(JSON.stringify(bareSheets(packet))));
    yield sure(typst.pdf('afresh.typ', { tags: false }));
    typst.forget();
    await setImmediate();
  }
}

function shown(name: string, { cpuSeconds, bytes }: Measured, of: number): void {
  const perPage = Math.round(bytes / of / 2);
  console.log(
    `${name.padEnd(28)} ${cpuSeconds.toFixed(2).padStart(7)} CPU s  ${perPage} bytes a form page`,
  );
}

/** The best of the rounds: what is noise on a busy machine only ever adds. */
function best(rounds: readonly Measured[]): Measured {
  return rounds.reduce((least, round) => (round.cpuSeconds < least.cpuSeconds ? round : least));
}

const owns = [await measure(ours)];
const peak = process.resourceUsage().maxRSS / 1024;
const stampings = [await measure(bare)];
// The WebAssembly build remembers what it set before: only its first round counts.
for (let round = 1; round < (many || engine === 'wasm' ? 1 : 3); round += 1) {
  owns.push(await measure(ours));
  stampings.push(await measure(bare));
}
const own = best(owns);
const stamping = best(stampings);
const fresh = await measure(afresh);
const afreshForms = Math.floor((forms * afreshPackets) / packetCount);
const allFresh = (fresh.cpuSeconds * forms) / afreshForms;
shown(`survey packet (${engine})`, own, forms);
shown('bare stamping', stamping, forms);
shown(`afresh, ${afreshForms} forms`, fresh, afreshForms);
console.log(`peak of survey packet: ${Math.round(peak)} MiB`);
console.log(
  `ratio to bare stamping: ${(own.cpuSeconds / stamping.cpuSeconds).toFixed(2)} (to hold: 1.5)`,
);
console.log(
  `afresh, carried over to ${forms} forms: ${allFresh.toFixed(1)} CPU s, ratio ${(own.cpuSeconds / allFresh).toFixed(3)}`,
);
