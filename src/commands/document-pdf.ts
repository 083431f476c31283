/** The official document as a PDF, by the templates in `templates/document`. */
import { finding } from '../findings/catalogue.ts';
import type { Checked, Finding } from '../findings/finding.ts';
import type { PrintedDocument } from '../formats/printed.ts';
import type { TypstProblem } from '../formats/typst.ts';
import type { Io } from '../io.ts';
import { type Press, readPress } from './press.ts';

/** `folder`: the survey's, whose own templates replace the supplied ones. */
export async function documentPdf(
  document: PrintedDocument,
  folder: string,
  io: Io,
): Promise<Checked<Uint8Array>> {
  const press = await readPress(folder, io, null, 'document');
  const data = JSON.stringify(document, breakable);
  press.typesetter.put('document.json', new TextEncoder().encode(data));
  const pdf = press.typesetter.pdf('document.typ', { tags: true });
  if (pdf.ok) return { ok: true, value: pdf.value, findings: [] };
  return { ok: false, findings: pdf.problems.map((problem) => templateFinding(problem, press)) };
}

/** Places to break a line in what has no spaces: earlier in cells, headings and recipients, which stand in columns. */
function breakable(this: unknown, key: string, value: unknown): unknown {
  if (typeof value !== 'string') return value;
  const isNarrow = Array.isArray(this) || key === 'heading';
  return value.replace(isNarrow ? /\S{28}(?=\S)/gu : /\S{44}(?=\S)/gu, '$&\u200b');
}

function templateFinding({ file, line, column, message }: TypstProblem, press: Press): Finding {
  const origin = press.origins.get(file) ?? file;
  const at =
    line === null
      ? ({ kind: 'file', file: origin } as const)
      : ({ kind: 'text', file: origin, line, column: column ?? 1, length: 1 } as const);
  return finding('document/template', at, { message });
}
