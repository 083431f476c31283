/** What the machine refuses, told apart from bugs. */
import type { ProblemKind } from '../findings/environment.ts';

/** The machine refused; no fault of ours nor of what the user's files say. The shell exits with 3. */
export class EnvironmentProblem extends Error {
  readonly kind: ProblemKind;
  readonly path: string;

  constructor(kind: ProblemKind, file: string, cause: unknown) {
    super(`${kind}: ${file}`, { cause });
    this.name = 'EnvironmentProblem';
    this.kind = kind;
    this.path = file;
  }
}

const problemKinds: ReadonlyMap<string, ProblemKind> = new Map([
  ['EACCES', 'no-rights'],
  ['EPERM', 'no-rights'],
  ['EBUSY', 'locked'],
  ['ETXTBSY', 'locked'],
  ['ENOSPC', 'disk-full'],
  ['EDQUOT', 'disk-full'],
  ['EFBIG', 'disk-full'],
  ['EROFS', 'read-only'],
  ['EISDIR', 'is-folder'],
  ['ENOTDIR', 'not-a-folder'],
  // mkdir, where a file stands.
  ['EEXIST', 'not-a-folder'],
  ['ENOENT', 'not-found'],
  ['ENAMETOOLONG', 'name-too-long'],
  ['EMFILE', 'too-many-open-files'],
  ['ENFILE', 'too-many-open-files'],
  ['EIO', 'read-or-write-failed'],
  ['ELOOP', 'read-or-write-failed'],
]);

/** A system error as an `EnvironmentProblem`; any other error, which is a bug, as it is. */
export function environmentProblem(error: unknown, file: string): unknown {
  if (error instanceof EnvironmentProblem) return error;
  const kind = problemKinds.get(errorCode(error));
  return kind === undefined ? error : new EnvironmentProblem(kind, file, error);
}

export function errorCode(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}

/** Nothing there is an answer, not a refusal. */
export async function orWhenAbsent<T>(absent: T, action: () => Promise<T>): Promise<T> {
  try {
    return await action();
  } catch (error) {
    if (['ENOENT', 'ENOTDIR'].includes(errorCode(error))) return absent;
    throw error;
  }
}
