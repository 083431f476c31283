/** Folders among the system's temporary ones: people's answers lie in them, so they go also when the command is stopped. */
import * as fs from 'node:fs/promises';
import * as path from 'node:path';

export interface ScratchFolders {
  readonly make: (prefix: string) => Promise<string>;
  /** The folder is gone: nobody has to look after it any more. */
  readonly forget: (folder: string) => void;
}

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Within `parent`; `removeNow` removes a folder before the next statement runs, for a process that is ending. */
export function scratchFolders(
  parent: string,
  removeNow: (folder: string) => void,
): ScratchFolders {
  const held = new Set<string>();
  // Ends as the signal would have ended it, only that the folders are gone.
  const stop = (signal: NodeJS.Signals): void => {
    for (const folder of held) removeNow(folder);
    listen(false);
    process.kill(process.pid, signal);
  };
  const listen = (on: boolean): void => {
    for (const signal of signals) {
      if (on) process.on(signal, stop);
      else process.off(signal, stop);
    }
  };
  return {
    make: async (prefix) => {
      const folder = await fs.mkdtemp(path.join(parent, prefix));
      if (held.size === 0) listen(true);
      held.add(folder);
      return folder;
    },
    forget: (folder) => {
      if (held.delete(folder) && held.size === 0) listen(false);
    },
  };
}
