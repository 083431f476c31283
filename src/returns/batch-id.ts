/** Names of what is kept: folders and files with a plain ASCII name, told apart by a hash. */
import { createHash } from 'node:crypto';
import type { Purpose } from './batch.ts';

/** SHA-256 as 64 hexadecimal digits. */
export function sha256(bytes: Uint8Array | string): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/**
 * Id of an import: its file's name made plain, and 8 digits of the hash over the file and the sheet, so
 * that the same sheet of the same file gets the same folder wherever it is imported for the same purpose.
 */
export function batchId(
  fileName: string,
  sha: string,
  sheet: string | null,
  purpose: Purpose = 'returns',
): string {
  const stem = fileName.replace(/^.*[/\\]/, '').replace(/\.[^.]*$/, '');
  const aside = purpose === 'returns' ? '' : `\n${purpose}`;
  return `${slug(stem)}-${sha256(`${sha}\n${sheet ?? ''}${aside}`).slice(0, 8)}`;
}

/** `answers-03.csv`; a form id that is no plain file name gets a hash beside what is left of it. */
export function answersFile(form: string): string {
  const isPlain = /^[a-z0-9][a-z0-9-]{0,39}$/.test(form);
  return `answers-${isPlain ? form : `${slug(form)}-${sha256(form).slice(0, 8)}`}.csv`;
}

export function isAnswersFile(name: string): boolean {
  return /^answers-.*\.csv$/.test(name);
}

/** The untouched source inside the batch; its ending says what it is, when the user's name does. */
export function sourceFile(fileName: string): string {
  const ending = /\.([A-Za-z0-9]{1,5})$/.exec(fileName)?.[1]?.toLowerCase();
  return ending === undefined ? 'source' : `source.${ending}`;
}

/** Lower-case ASCII letters, digits and single hyphens; at most 40 characters; `file` when nothing is left. */
function slug(text: string): string {
  const plain = text
    .normalize('NFKD')
    .replace(/[đĐ]/g, 'd')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 40)
    .replace(/^-+|-+$/g, '');
  return plain === '' ? 'file' : plain;
}
