/** The picture of the sensitivity analysis as a PDF, by the template in `templates/report`. */
import { finding } from '../findings/catalogue.ts';
import type { Checked, Finding } from '../findings/finding.ts';
import type { TypstProblem } from '../formats/typst.ts';
import type { Io } from '../io.ts';
import type { SensitivityPicture } from '../report/sensitivity.ts';
import { type Press, readPress } from './press.ts';

/** `folder`: the survey's, whose own templates replace the supplied ones. */
export async function sensitivityPdf(
  picture: SensitivityPicture,
  folder: string,
  io: Io,
): Promise<Checked<Uint8Array>> {
  const press = await readPress(folder, io, null, 'report');
  const data = new TextEncoder().encode(JSON.stringify(picture));
  press.typesetter.put('sensitivity.json', data);
  const pdf = press.typesetter.pdf('sensitivity.typ', { tags: true });
  if (pdf.ok) return { ok: true, value: pdf.value, findings: [] };
  return { ok: false, findings: pdf.problems.map((problem) => templateFinding(problem, press)) };
}

function templateFinding({ file, line, column, message }: TypstProblem, press: Press): Finding {
  const origin = press.origins.get(file) ?? file;
  const at =
    line === null
      ? ({ kind: 'file', file: origin } as const)
      : ({ kind: 'text', file: origin, line, column: column ?? 1, length: 1 } as const);
  return finding('power/picture-template', at, { message });
}
