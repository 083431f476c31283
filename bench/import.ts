/**
 * 1.000.000 returned forms × 34 columns (serial, unit, form, date, 30 answers 1–5 with blanks and some bad values): `survey import`,
 * then `survey status`, each as a process of its own, against a bare csv-parse stream over the same file in the same run.
 * To hold: import + status ≤ 2 × the bare parser's CPU; each < 300 MiB. Rounds take turns, the middle ratio counts.
 * Run: node bench/run.js import [rows] [rounds]
 */
import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import {
  createWriteStream,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { writeSerial } from '../src/packets/serial.ts';

const rows = Number(process.argv[2] ?? 1_000_000);
const rounds = Number(process.argv[3] ?? 3);
const units = 40;
const questions = 30;
const perUnit = Math.ceil(rows / units);
const here = dirname(fileURLToPath(import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'survey-bench-'));

function planText(): string {
  const asked = Array.from({ length: questions }, (_, at) => {
    return `      - { id: q${at + 1}, text: Câu hỏi số ${at + 1}, scale: s }`;
  });
  const listed = Array.from({ length: units }, (_, at) => {
    return `      - { id: xa-${at + 1}, name: Xã số ${at + 1} }`;
  });
  return `survey: lon-2024
title: Khảo sát lớn
units:
  - block: xa
    name: Cấp xã
    type: xa
    units:
${listed.join('\n')}
groups:
  - { id: dan, name: Người dân, form: "01", about: own, in: xa, quota: { each: ${perUnit} } }
scales:
  s:
${[5, 4, 3, 2, 1].map((code) => `    - { code: "${code}", label: Mức ${code}, points: ${(code - 1) * 25} }`).join('\n')}
forms:
  - id: "01"
    code: 01/L24
    title: Phiếu hỏi
    questions:
${asked.join('\n')}
`;
}

/** A small generator of its own, so that every run makes the same file. */
function random(): () => number {
  let state = 12345;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

async function writeRows(file: string, prefix: string): Promise<void> {
  const out = createWriteStream(file);
  const next = random();
  const shape = { prefix, formDigits: 2, packetDigits: 3 };
  const head = Array.from({ length: questions }, (_, at) => `q${at + 1}`);
  let text = `serial,unit,form,at,${head.join(',')}\n`;
  for (let at = 0; at < rows; at++) {
    const unit = at % units;
    const serial = writeSerial(shape, 1, unit + 1, Math.floor(at / units) + 1);
    let line = `${serial},xa-${unit + 1},01,${1 + (at % 28)}/10/2024`;
    for (let question = 0; question < questions; question++) {
      const chance = next();
      if (chance < 0.05) line += ',';
      else if (chance > 0.9999) line += ',7';
      else line += `,${1 + Math.floor(next() * 5)}`;
    }
    text += `${line}\n`;
    if (text.length > 1 << 20) {
      if (!out.write(text)) await once(out, 'drain');
      text = '';
    }
  }
  out.end(text);
  await once(out, 'finish');
}

interface Cost {
  readonly cpu: number;
  readonly mib: number;
}

/** CPU seconds and peak memory of a child, as it reports them itself when it ends. */
function cost(name: string, code: string, words: readonly string[]): Cost {
  const report = join(folder, 'cost.json');
  const ending = `import{writeFileSync}from'node:fs';process.on('exit',()=>{const u=process.resourceUsage();writeFileSync(${JSON.stringify(report)},JSON.stringify({cpu:(u.userCPUTime+u.systemCPUTime)/1e6,mib:u.maxRSS/1024}))});`;
  const preload = join(folder, 'report.mjs');
  writeFileSync(preload, ending);
  const ran = spawnSync(process.execPath, ['--import', preload, code, ...words], {
    encoding: 'utf8',
    cwd: folder,
  });
  if (ran.status !== 0 && ran.status !== 4) throw new Error(`${name}: ${ran.stdout}${ran.stderr}`);
  return JSON.parse(readFileSync(report, 'utf8')) as Cost;
}

/** One round in an empty store; the ratio. */
function round(): number {
  rmSync(join(folder, 'survey', 'returns'), { recursive: true, force: true });
  const parser = cost('csv-parse', bare, []);
  const taken = cost('import', main, ['import', '--plan', 'survey', '--max-errors', '0', file]);
  const counted = cost('status', main, ['status', '--plan', 'survey']);
  const show = (name: string, { cpu, mib }: Cost): void =>
    console.log(`${cpu.toFixed(1).padStart(6)} CPU s ${mib.toFixed(0).padStart(5)} MiB  ${name}`);
  show('csv-parse stream, rows as arrays', parser);
  show('survey import', taken);
  show('survey status', counted);
  return (taken.cpu + counted.cpu) / parser.cpu;
}

const main = join(here, '..', 'src', 'main.js');
mkdirSync(join(folder, 'survey'));
writeFileSync(join(folder, 'survey', 'plan.yaml'), planText());
const prefix = 'LO24';
const file = join(folder, 'phieu.csv');
await writeRows(file, prefix);
console.log(`${rows} rows, ${(statSync(file).size / 2 ** 20).toFixed(0)} MiB`);
const bare = join(folder, 'bare.mjs');
writeFileSync(
  bare,
  `import{createReadStream}from'node:fs';import{parse}from${JSON.stringify(import.meta.resolve('csv-parse'))};
let n=0;for await(const r of createReadStream(${JSON.stringify(file)}).pipe(parse()))n+=r.length;console.log(n);`,
);
try {
  const ratios = Array.from({ length: rounds }, round).sort((one, other) => one - other);
  const middle = ratios[Math.floor(ratios.length / 2)] ?? 0;
  const all = ratios.map((ratio) => ratio.toFixed(2)).join(', ');
  console.log(`import and tally ÷ bare parser = ${middle.toFixed(2)} (of ${all}; hold 2)`);
} finally {
  rmSync(folder, { recursive: true });
}
