/**
 * Every printed sheet by its serial, found by arithmetic: the sheets of a packet part are a run of numbers,
 * so a million of them take no more room than their parts.
 */
import type { Packet, PacketPart, RegisteredSheet } from '../packets.ts';
import type { SerialReading } from './serial.ts';

type Read = Extract<SerialReading, { kind: 'ok' }>;
type Ordinals = Pick<Read, 'form' | 'packet' | 'number'>;

export interface SheetRegister {
  readonly size: number;
  /** By the serial as printed. */
  readonly get: (serial: string) => RegisteredSheet | undefined;
  readonly has: (serial: string) => boolean;
  /** By what a serial was read as (`parseSerial`); the same as `get`, without reading it again. */
  readonly find: (read: Read) => RegisteredSheet | undefined;
  /** The part of a packet that such a sheet lies in. */
  readonly partOf: (ordinals: Ordinals) => PacketPart | undefined;
  /** In the order of packets, parts and numbers. */
  readonly values: () => Iterable<RegisteredSheet>;
  /** The serial of the first sheet; null when nothing is printed. */
  readonly first: string | null;
  readonly parts: readonly PacketPart[];
}

/** `read` takes a serial of the survey apart; null: nothing is printed. */
export function registerOf(
  printed: readonly Packet[],
  read: ((serial: string) => SerialReading) | null,
): SheetRegister {
  const parts = printed.flatMap((packet) => packet.parts);
  const runs = new Map<number, PacketPart[]>();
  for (const part of parts) {
    if (part.run === null) continue;
    const key = runKey(part.run);
    const same = runs.get(key);
    if (same === undefined) runs.set(key, [part]);
    else same.push(part);
  }
  const partOf = (at: Ordinals): PacketPart | undefined => {
    for (const part of runs.get(runKey(at)) ?? noParts) {
      const index = at.number - (part.run?.first ?? 0);
      if (index >= 0 && index < part.count) return part;
    }
    return undefined;
  };
  const find = (at: Read): RegisteredSheet | undefined => {
    const part = partOf(at);
    if (part === undefined) return undefined;
    const index = at.number - (part.run?.first ?? 0);
    const { form, group, packet, rates, unit, place } = part;
    const kind = index < part.forms ? 'form' : 'spare';
    return { serial: at.serial, form, group, packet, kind, rates, unit, place };
  };
  const get = (serial: string): RegisteredSheet | undefined => {
    const at = read?.(serial);
    return at?.kind === 'ok' && at.serial === serial ? find(at) : undefined;
  };
  return {
    size: parts.reduce((sum, { count }) => sum + count, 0),
    get,
    has: (serial) => get(serial) !== undefined,
    find,
    partOf,
    values: function* () {
      for (const part of parts) {
        const { sheets, rates, unit, place } = part;
        for (const sheet of sheets) yield { ...sheet, rates, unit, place };
      }
    },
    first: parts[0]?.sheets[0]?.serial ?? null,
    parts,
  };
}

const noParts: readonly PacketPart[] = [];

/** Packets are far fewer than this. */
const mostPackets = 2 ** 32;

function runKey({ form, packet }: Pick<Ordinals, 'form' | 'packet'>): number {
  return form * mostPackets + packet;
}
