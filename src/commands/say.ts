/** What every command says the same way: findings, what was written, what comes next. */
import { Chalk } from 'chalk';
import { severityOf } from '../findings/catalogue.ts';
import type { Finding, Lang } from '../findings/finding.ts';
import { findingsJson } from '../findings/json.ts';
import { renderFindings } from '../findings/render.ts';
import { renderJson } from '../formats/json-write.ts';
import { type Palette, plain } from '../formats/palette.ts';
import { printable } from '../formats/printable.ts';
import type { Io } from '../io.ts';
import { type ExitCode, exit } from './exit.ts';
import type { CommonOptions } from './options.ts';

type Bilingual = Readonly<Record<Lang, string>>;
type FindingOptions = Pick<CommonOptions, 'json' | 'strict' | 'maxErrors'>;

export function paletteOf(io: Io): Palette {
  if (!io.terminal.colour) return plain;
  const { bold, dim, red, yellow, cyan } = new Chalk({ level: 1 });
  return { bold, dim, error: red, warning: yellow, note: cyan };
}

/** Whether the findings stop a command: an error always, a warning under `--strict`. */
export function stops(findings: readonly Finding[], options: FindingOptions): boolean {
  return findings.some((found) => {
    const severity = severityOf(found);
    return severity === 'error' || (options.strict && severity === 'warning');
  });
}

/** Findings as text on stderr. `sources` gives the excerpts. */
export function sayFindings(
  findings: readonly Finding[],
  options: FindingOptions,
  io: Io,
  sources: ReadonlyMap<string, string> = new Map(),
): void {
  io.err(findingsText(findings, options, io, sources));
}

export function findingsText(
  findings: readonly Finding[],
  options: FindingOptions,
  io: Io,
  sources: ReadonlyMap<string, string>,
): string {
  const { maxErrors } = options;
  const { width } = io.terminal;
  return renderFindings(findings, {
    lang: io.lang,
    palette: paletteOf(io),
    width,
    maxErrors,
    sources,
  });
}

/** A command that cannot go on: its findings (JSON on stdout with `--json`), exit code 1. */
export function refuse(
  findings: readonly Finding[],
  options: FindingOptions,
  io: Io,
  sources: ReadonlyMap<string, string> = new Map(),
): ExitCode {
  if (options.json) io.out(renderJson({ ok: false, findings: findingsJson(findings, io.lang) }));
  else sayFindings(findings, options, io, sources);
  return exit.findings;
}

/** One line on stderr. */
export function say(io: Io, text: Bilingual): void {
  io.err(`${printable(text[io.lang])}\n`);
}

/**
 * A path as one word of a command line, in cmd and PowerShell as in a Unix shell. What double quotes do not hold in a
 * Unix shell goes into single ones; no name on Windows has a `"`, and of the others cmd alone takes no single quotes.
 */
export function word(path: string): string {
  if (/^[\p{L}\p{M}\p{N}_./\\:*~-]+$/u.test(path)) return path;
  return /["$`!]/.test(path) ? `'${path.replaceAll("'", "'\\''")}'` : `"${path}"`;
}

/** The line that ends a command: what to do next. */
export function sayNext(io: Io, command: string): void {
  const lead = io.lang === 'vi' ? 'Tiếp theo' : 'Next';
  io.err(`${paletteOf(io).dim(`${lead}: ${printable(command)}`)}\n`);
}

/** Names each file that was (or, with `dryRun`, would be) written. */
export function sayWritten(io: Io, files: readonly string[], dryRun: boolean): void {
  const verb = dryRun ? { vi: 'Sẽ ghi', en: 'Would write' } : { vi: 'Đã ghi', en: 'Wrote' };
  for (const file of files) io.err(`${verb[io.lang]} ${printable(file)}\n`);
}
