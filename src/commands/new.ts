/** `survey new`: a survey folder from one of the supplied scaffolds, ready to be validated. */
import { basename, dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { finding } from '../findings/catalogue.ts';
import type { Finding, Lang, Where } from '../findings/finding.ts';
import { renderJson } from '../formats/json-write.ts';
import type { Io } from '../io.ts';
import { nearest } from '../names.ts';
import { serialFrom } from '../plan/normalise.ts';
import { readId, withoutMarks } from '../plan/scalars.ts';
import { type ExitCode, exit } from './exit.ts';
import type { CommonOptions } from './options.ts';
import { refuse, say, sayNext, sayWritten, word } from './say.ts';
import { comingYear, scaffoldText } from './scaffold.ts';

export interface NewOptions extends CommonOptions {
  readonly folder: string | null;
  readonly template: string | null;
  readonly name: string | null;
  readonly dryRun: boolean;
}

const supplied = fileURLToPath(new URL('../../templates/survey/', import.meta.url));

/** What each scaffold is for; the keys are the folders under `templates/survey/`. */
const templates: Readonly<Record<string, Readonly<Record<Lang, string>>>> = {
  'par-index-province': {
    vi: 'Chỉ số CCHC của sở, ngành và xã, phường: nhiều nhóm trả lời, danh sách công chức, rút mẫu',
    en: 'PAR index of departments and communes: staff lists, draws, several forms',
  },
  'par-index-commune': {
    vi: 'Chỉ số CCHC của các xã, phường: đại biểu, lãnh đạo sở, người dân; phiếu giấy',
    en: 'PAR index of communes: deputies, department leaders, citizens; on paper',
  },
  sipas: {
    vi: 'Đo lường sự hài lòng (SIPAS): rút mẫu xã, thôn rồi hộ gia đình; đến tận nhà',
    en: 'Satisfaction (SIPAS): communes and hamlets by lot, then households; door to door',
  },
  chairman: {
    vi: 'Lấy ý kiến đối với chủ tịch UBND xã: mã QR tại một cửa, so với số lượt người',
    en: 'Approval of commune chairmen: QR code at the desk, checked against visitors',
  },
  'people-council': {
    vi: 'Điều tra toàn bộ đại biểu HĐND xã theo danh sách',
    en: 'Census of commune council deputies from their list',
  },
  ddci: {
    vi: 'DDCI: doanh nghiệp đánh giá sở, ngành và địa phương; cỡ mẫu theo số hồ sơ',
    en: 'DDCI: enterprises rate departments and localities; samples by dossiers',
  },
};

export async function newCommand(options: NewOptions, io: Io): Promise<ExitCode> {
  const { folder, template } = options;
  if (template === null) {
    return folder === null ? listTemplates(options, io) : withoutTemplate(folder, io);
  }
  if (!Object.hasOwn(templates, template)) {
    const known = Object.keys(templates);
    const args = { template, near: nearest(template, known), known };
    refuse([finding('new/unknown-template', inOption('--from'), args)], options, io);
    return exit.usage;
  }
  if (folder === null) {
    const example = `survey new khao-sat-${comingYear(io.now())} --from ${template}`;
    say(io, { vi: `Thiếu tên thư mục: ${example}`, en: `Name the folder: ${example}` });
    return exit.usage;
  }
  const survey = surveyId(options.name ?? nameOf(folder));
  const wrongNames = nameFindings(folder, survey, options);
  const findings = [...wrongNames, ...(await occupied(folder, io))];
  if (survey === null || findings.length > 0) {
    refuse(findings, options, io);
    return wrongNames.length > 0 ? exit.usage : exit.findings;
  }
  return makeSurvey(folder, template, survey, options, io);
}

/** What is wrong with the words of the command line stands at the option that holds it. */
function inOption(flag: string): Where {
  return { kind: 'file', file: flag };
}

function nameOf(folder: string): string {
  return basename(resolve(folder));
}

function nameFindings(
  folder: string,
  survey: string | null,
  { name }: NewOptions,
): readonly Finding[] {
  const at = { kind: 'file', file: folder } as const;
  const findings: Finding[] = [];
  if (!windowsTakes(nameOf(folder))) {
    findings.push(finding('new/folder-name', at, { name: nameOf(folder) }));
  }
  if (survey === null) {
    const args = { name: name ?? nameOf(folder), given: name !== null };
    findings.push(finding('new/name', name === null ? at : inOption('--name'), args));
  }
  return findings;
}

/** Whether Windows can hold a folder of this name: no reserved sign, device or ending. */
function windowsTakes(name: string): boolean {
  return !/[<>:"|?*]|[. ]$|^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i.test(name);
}

async function makeSurvey(
  folder: string,
  template: string,
  survey: string,
  options: NewOptions,
  io: Io,
): Promise<ExitCode> {
  const files = await scaffoldFiles(template, survey, io);
  if (!options.dryRun && (await publishFiles(folder, files, io)) === 'exists') {
    return refuse([notEmpty(folder, [])], options, io);
  }
  const names = [...files.keys()].map((name) => join(folder, name));
  if (options.json) io.out(renderJson({ ok: true, survey, template, files: names }));
  sayWritten(io, names, options.dryRun);
  if (options.dryRun) return exit.done;
  say(io, {
    vi: 'Tên cơ quan, người và địa bàn trong mẫu đều là hư cấu: mở plan.yaml, làm theo các dòng ghi chú.',
    en: 'Offices, people and places in it are fictional: open plan.yaml and follow its comments (in Vietnamese, as are all its texts).',
  });
  sayNext(io, `survey plan validate ${word(folder)}`);
  return exit.done;
}

/** A folder is named but no scaffold: which there are, and the line to type. */
function withoutTemplate(folder: string, io: Io): ExitCode {
  const example = `survey new ${word(folder)} --from ${Object.keys(templates)[0] ?? ''}`;
  say(io, {
    vi: `Thiếu --from, ví dụ: ${example}. Các mẫu có sẵn:`,
    en: `Name the scaffold with --from, e.g.: ${example}. There are:`,
  });
  io.err(templateLines(io.lang));
  return exit.usage;
}

function listTemplates(options: NewOptions, io: Io): ExitCode {
  const entries = Object.entries(templates);
  if (options.json) {
    io.out(renderJson(entries.map(([id, texts]) => ({ id, description: texts[io.lang] }))));
    return exit.done;
  }
  io.out(templateLines(io.lang));
  sayNext(io, `survey new khao-sat-${comingYear(io.now())} --from ${entries[0]?.[0] ?? ''}`);
  return exit.done;
}

function templateLines(lang: Lang): string {
  const entries = Object.entries(templates);
  const width = Math.max(...entries.map(([id]) => id.length));
  return entries.map(([id, texts]) => `${id.padEnd(width)}  ${texts[lang]}\n`).join('');
}

/** The id of the survey: its name in plain letters; null when it is none, or no serial can be made from it. */
function surveyId(name: string): string | null {
  const id = withoutMarks(name)
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
  return readId(id, 'id').ok && readId(serialFrom(id), 'serial').ok ? id : null;
}

/** What stands in the way: files in the folder (not what systems and version control leave there), or no folder at all. */
async function occupied(folder: string, io: Io): Promise<readonly Finding[]> {
  const entry = (await io.list(dirname(folder))).find(({ name }) => name === basename(folder));
  // A link that leads nowhere is neither file nor folder.
  if (entry !== undefined && entry.kind !== 'folder') return [notEmpty(folder, [])];
  const names = (await io.list(folder)).map(({ name }) => name);
  const found = names.filter((name) => !/^(\.|desktop\.ini$|thumbs\.db$)/i.test(name));
  return found.length === 0 ? [] : [notEmpty(folder, found)];
}

function notEmpty(folder: string, found: readonly string[]): Finding {
  return finding('new/not-empty', { kind: 'file', file: folder }, { folder, found });
}

/** Relative path → content; `plan.yaml` last, so that a folder written halfway is no survey yet. */
async function scaffoldFiles(
  template: string,
  survey: string,
  io: Io,
): Promise<ReadonlyMap<string, string>> {
  const { planJsonSchema } = await import('../plan/json-schema.ts');
  const year = comingYear(io.now());
  const files = new Map([['plan.schema.json', renderJson(planJsonSchema())]]);
  for (const name of [...(await filesBelow(join(supplied, template), '', io)), 'plan.yaml']) {
    const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(
      await io.read(join(supplied, template, name)),
    );
    files.set(name, scaffoldText(text, survey, year));
  }
  return files;
}

async function filesBelow(root: string, folder: string, io: Io): Promise<readonly string[]> {
  const found: string[] = [];
  for (const { name, kind } of await io.list(join(root, folder))) {
    const path = folder === '' ? name : `${folder}/${name}`;
    if (kind === 'folder') found.push(...(await filesBelow(root, path, io)));
    else if (path !== 'plan.yaml') found.push(path);
  }
  return found;
}

/**
 * A new folder appears whole, by one rename. One that is there already (and empty) is filled, the plan last. `exists`:
 * something has come there meanwhile, and nothing is written.
 */
async function publishFiles(
  folder: string,
  files: ReadonlyMap<string, string>,
  io: Io,
): Promise<'done' | 'exists'> {
  const isThere = (await io.stat(folder)) !== null;
  const target = isThere ? folder : await io.stage(folder, '.survey-new-');
  try {
    for (const [name, content] of files) await io.write(join(target, name), content);
    if (isThere) return 'done';
    const published = await io.publish(target, folder);
    if (published === 'exists') await io.remove(target);
    return published;
  } catch (problem) {
    if (!isThere) await io.remove(target);
    throw problem;
  }
}
