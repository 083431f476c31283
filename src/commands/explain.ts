/** `survey explain CODE`: what a finding means and how to mend it; without a code, all of them. */
import { codes, isCode } from '../findings/catalogue.ts';
import { explainCode } from '../findings/explain.ts';
import { renderJson } from '../formats/json-write.ts';
import { printable } from '../formats/printable.ts';
import type { Io } from '../io.ts';
import { nearest } from '../names.ts';
import { type ExitCode, exit } from './exit.ts';

export interface ExplainOptions {
  readonly code: string | null;
  readonly json: boolean;
}

export async function explainCommand(options: ExplainOptions, io: Io): Promise<ExitCode> {
  if (options.code === null) {
    io.out(options.json ? renderJson(codes) : `${codes.join('\n')}\n`);
    return exit.done;
  }
  if (!isCode(options.code)) {
    const near = nearest(options.code, codes);
    const lead = io.lang === 'vi' ? 'không có mã' : 'no such code';
    const hint =
      near.length === 0
        ? ''
        : ` (${io.lang === 'vi' ? 'có phải' : 'did you mean'} ${near.join(', ')}?)`;
    io.err(`${lead}: ${printable(options.code)}${hint}\n`);
    return exit.usage;
  }
  const text = explainCode(options.code, io.lang);
  io.out(options.json ? renderJson({ code: options.code, text }) : text);
  return exit.done;
}
