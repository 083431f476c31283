/** `survey plan document`: the plan as an official paper, in Word and PDF. */
import { join } from 'node:path';
import { documentGaps, officialDocument } from '../document.ts';
import { findingsJson } from '../findings/json.ts';
import { renderJson } from '../formats/json-write.ts';
import { printedDocument } from '../formats/printed.ts';
import type { Io } from '../io.ts';
import { documentPdf } from './document-pdf.ts';
import { type ExitCode, exit } from './exit.ts';
import type { WriteOptions } from './options.ts';
import { readQuotas } from './read-quotas.ts';
import { readRehearsal } from './rehearsal.ts';
import { refuse, sayFindings, sayNext, sayWritten, stops, word } from './say.ts';

export interface DocumentOptions extends WriteOptions {
  readonly format: 'docx' | 'pdf' | 'all';
}

/** The paper is in Vietnamese whatever the language of the messages. */
export async function planDocument(options: DocumentOptions, io: Io): Promise<ExitCode> {
  const { survey, sources } = await readQuotas(options.plan, io);
  if (!survey.ok) return refuse(survey.findings, options, io, sources);
  const { plan, quotas, folder, where } = survey.value;
  const findings = [...survey.findings, ...documentGaps(plan, where.document())];
  if (stops(findings, options)) return refuse(findings, options, io, sources);
  const rehearsal = (await readRehearsal(folder, io)) !== null;
  const paper = printedDocument(officialDocument(plan, quotas, rehearsal));
  const target = options.out ?? join(folder, 'out');
  const formats = (['docx', 'pdf'] as const).filter((one) => [one, 'all'].includes(options.format));
  const files = formats.map((format) => join(target, `document.${format}`));
  if (!options.json) sayFindings(findings, options, io, sources);
  if (!options.dryRun) {
    // Both are made before either is written: a template at fault leaves the old pair as it was.
    const pdf = formats.includes('pdf') ? await documentPdf(paper, folder, io) : null;
    if (pdf?.ok === false) return refuse(pdf.findings, options, io, sources);
    if (formats.includes('docx')) {
      const { renderDocx } = await import('../formats/docx.ts');
      await io.write(join(target, 'document.docx'), await renderDocx(paper));
    }
    if (pdf !== null) await io.write(join(target, 'document.pdf'), pdf.value);
  }
  if (options.json) {
    io.out(renderJson({ ok: true, files, findings: findingsJson(findings, io.lang) }));
  }
  sayWritten(io, files, options.dryRun);
  sayNext(io, `survey packet --plan ${word(options.plan)}`);
  return exit.done;
}
