/** `survey sample draw`: who is asked, as a record without names in `out/` and lists of people in `frame/`. */
import { join } from 'node:path';
import { finding } from '../findings/catalogue.ts';
import type { Finding, Lang } from '../findings/finding.ts';
import { findingsJson } from '../findings/json.ts';
import { renderCsv, renderRows } from '../formats/csv-write.ts';
import { renderJson } from '../formats/json-write.ts';
import { renderTable } from '../formats/terminal.ts';
import type { Io } from '../io.ts';
import { packets } from '../packets.ts';
import { simulatedMark } from '../page/official.ts';
import { placesPage } from '../quotas/places-page.ts';
import { differenceOf, sameDraw } from '../sample/compare.ts';
import { drawColumns, drawPage, drawRows, groupListPage, type SerialsOf } from '../sample/lists.ts';
import type { DrawRecord } from '../sample/record.ts';
import type { Draw, GroupDraw } from '../sample.ts';
import { type ExitCode, exit } from './exit.ts';
import type { WriteOptions } from './options.ts';
import type { Survey } from './read-quotas.ts';
import { readRehearsal } from './rehearsal.ts';
import { writeElsewhere } from './sample-check.ts';
import {
  readRecordAt,
  readSample,
  recordFile,
  type Sample,
  sha256,
  tableFile,
} from './sample-read.ts';
import { paletteOf, refuse, say, sayFindings, sayNext, sayWritten, stops, word } from './say.ts';
import { workbookOptions } from './workbook.ts';

export interface DrawOptions extends WriteOptions {
  /** Why an earlier draw is replaced; null: it is not. */
  readonly redraw: string | null;
}

export async function sampleDraw(options: DrawOptions, io: Io): Promise<ExitCode> {
  const { sample, sources } = await readSample(options.plan, io);
  if (!sample.ok || stops(sample.findings, options)) {
    return refuse(sample.findings, options, io, sources);
  }
  const { survey, drawn, record: now } = sample.value;
  if (drawn === null || now === null) return refuse(sample.findings, options, io, sources);
  const target = options.out ?? join(survey.folder, 'out', 'sample');
  const earlier = await earlierDraw(now, join(target, recordFile), options, io);
  if ('refused' in earlier)
    return refuse([...sample.findings, ...earlier.refused], options, io, sources);
  const record: DrawRecord = { ...now, redraws: earlier.redraws };
  const files = await filesOf(sample.value, drawn, record, target, io);
  if (earlier.kept !== null) files.unshift(earlier.kept);
  if (!options.dryRun) for (const { path, content } of files) await io.write(path, content);
  const elsewhere = await writeElsewhere(survey.people, target, options.dryRun, io);
  return report(
    sample.value,
    drawn,
    record,
    [...files.map(({ path }) => path), ...elsewhere],
    [...sample.findings, ...earlier.findings],
    options,
    io,
  );
}

export interface Written {
  readonly path: string;
  readonly content: Uint8Array | string;
}

type Earlier =
  | { readonly refused: readonly Finding[] }
  | {
      readonly redraws: DrawRecord['redraws'];
      readonly kept: Written | null;
      readonly findings: readonly Finding[];
    };

/** What happens to a draw that stands there: nothing when it is the same; replaced, and kept aside, for a reason given. */
async function earlierDraw(
  now: DrawRecord,
  path: string,
  { redraw }: DrawOptions,
  io: Io,
): Promise<Earlier> {
  if (redraw !== null && redraw.trim() === '') {
    const at = { kind: 'file', file: path } as const;
    return { refused: [finding('sample/why-missing', at, { option: '--redraw' })] };
  }
  const read = await readRecordAt(path, io);
  if (!read.ok) return { refused: read.findings };
  const before = read.value;
  if (before === null) return { redraws: [], kept: null, findings: [] };
  if (sameDraw(before, now)) {
    const at = { kind: 'file', file: path } as const;
    const findings = redraw === null ? [] : [finding('sample/redraw-same', at, {})];
    return { redraws: before.redraws, kept: null, findings };
  }
  if (redraw === null) {
    const args = { path, ...differenceOf(before, now) };
    return { refused: [finding('sample/drawn-before', { kind: 'file', file: path }, args)] };
  }
  const content = await io.read(path);
  const earlier = sha256(content);
  const at = `${io.now().toISOString().slice(0, 19)}Z`;
  const kept = {
    path: path.replace(/draw\.json$/, `earlier/${earlier.slice(0, 12)}.json`),
    content,
  };
  const redraws = [...before.redraws, { why: redraw.trim(), by: io.user, at, earlier }];
  return { redraws, kept, findings: [] };
}

/** The record first: it holds the whole draw, and every other file is made from it again by the next run. */
async function filesOf(
  { survey }: Sample,
  drawn: Draw,
  record: DrawRecord,
  target: string,
  io: Io,
): Promise<Written[]> {
  const files: Written[] = [
    { path: join(target, recordFile), content: renderJson(record) },
    { path: join(target, tableFile), content: tableText(record) },
  ];
  files.push(...(await listFiles(survey, drawn, record.draw_id, io.lang, io)));
  return files;
}

/** The lists of people drawn, in `frame/`. */
export async function listFiles(
  survey: Survey,
  drawn: Draw,
  drawId: string,
  lang: Lang,
  io: Io,
): Promise<readonly Written[]> {
  const files: Written[] = [];
  const mark = (await readRehearsal(survey.folder, io)) === null ? null : simulatedMark[lang];
  const { renderWorkbook } = await import('../formats/xlsx-write.ts');
  for (const group of drawn.groups) {
    const { forms, serialsOf } = serialsFor(survey, group);
    const page = groupListPage(survey.plan, group, { forms, serialsOf, drawId, mark }, lang);
    const path = join(survey.folder, 'frame', 'drawn', group.group.people);
    files.push({ path: `${path}.csv`, content: renderCsv(page, { forPeople: true }) });
    const book = await renderWorkbook([page], workbookOptions(survey.plan, lang));
    files.push({ path: `${path}.xlsx`, content: book });
  }
  return files;
}

export function tableText(record: DrawRecord): string {
  return renderRows(drawColumns, drawRows(record));
}

/** Serials in draw order: forms for the drawn, spares for the reserve as far as they go. Only where the plan tracks people. */
function serialsFor(
  { plan, quotas, where }: Survey,
  { group }: GroupDraw,
): { readonly forms: readonly string[]; readonly serialsOf: SerialsOf } {
  if (!group.select.tracked) return { forms: [], serialsOf: () => [] };
  const groups = plan.groups.filter(({ people }) => people === group.people);
  const printed = packets(plan, quotas, where);
  const parts = (printed.ok ? printed.value : []).flatMap((packet) => packet.parts);
  const forms = groups.map(({ form }) => plan.forms.find(({ id }) => id === form)?.code ?? form);
  const serials = new Map<string, readonly string[]>();
  for (const part of parts) {
    for (const kind of ['form', 'spare'] as const) {
      const own = part.sheets.flatMap((sheet) => (sheet.kind === kind ? [sheet.serial] : []));
      serials.set(JSON.stringify([part.group, part.unit, part.place, kind]), own);
    }
  }
  const serialsOf: SerialsOf = ({ target }, { role, order }) => {
    const unit = target.kind === 'group' ? null : target.unit;
    const place = target.kind === 'place' ? target.place : null;
    const kind = role === 'reserve' ? 'spare' : 'form';
    return groups.map(({ id }) => {
      return serials.get(JSON.stringify([id, unit, place, kind]))?.[order - 1] ?? '';
    });
  };
  return { forms, serialsOf };
}

function report(
  { survey }: Sample,
  drawn: Draw,
  record: DrawRecord,
  files: readonly string[],
  findings: readonly Finding[],
  options: DrawOptions,
  io: Io,
): ExitCode {
  const { plan } = survey;
  if (options.json) {
    io.out(renderJson({ ok: true, ...record, files, findings: findingsJson(findings, io.lang) }));
  } else {
    // What the plan itself warns of is for `plan validate`.
    const own = findings.filter(({ code }) => code.startsWith('sample/'));
    sayFindings(own, options, io);
    // A selection of places without lists of people has no table of people.
    const people = drawn.groups.length === 0 ? null : drawPage(plan, drawn.groups, io.lang);
    const places = people === null ? placesPage(plan, survey.quotas, io.lang, false) : null;
    const shown = { width: io.terminal.width, lang: io.lang, palette: paletteOf(io) };
    for (const page of [places, people]) if (page !== null) io.out(renderTable(page, shown));
    const source = record.seed_source === null ? '' : ` (${record.seed_source})`;
    say(io, {
      vi: `Mã lần rút ${record.draw_id}; hạt giống ${record.seed === '' ? '–' : record.seed}${source}.`,
      en: `Draw ${record.draw_id}; seed ${record.seed === '' ? '–' : record.seed}${source}.`,
    });
  }
  sayWritten(io, files, options.dryRun);
  sayNext(io, `survey sample verify --plan ${word(options.plan)}`);
  return exit.done;
}
