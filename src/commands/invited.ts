/** The hashes of the invitation codes that `survey sample invite` gave out, by group of people. */
import { join } from 'node:path';
import type { Io } from '../io.ts';
import type { Plan } from '../plan/plan.ts';

/** The answer is null for people to whom no codes were given out. */
export async function readInvited(
  { groups }: Plan,
  folder: string,
  io: Io,
): Promise<(people: string) => ReadonlySet<string> | null> {
  const invited = new Map<string, ReadonlySet<string>>();
  for (const people of new Set(groups.map((group) => group.people))) {
    const file = join(folder, 'frame', 'invitations', `${people}.codes.csv`);
    if ((await io.stat(file))?.kind !== 'file') continue;
    const text = new TextDecoder().decode(await io.read(file));
    invited.set(
      people,
      new Set([...text.matchAll(/^"?([0-9a-f]{64})\b/gm)].map(([, hash = '']) => hash)),
    );
  }
  return (people) => invited.get(people) ?? null;
}
