/** The bytes of a file, read piece by piece: every reading gives the same ones. */
export interface ByteSource {
  readonly size: number;
  /** From the start; pieces of any size. `passing`: one may be filled again when the next is asked for. */
  readonly chunks: (passing?: 'passing') => AsyncIterable<Uint8Array>;
}

export function bytesSource(bytes: Uint8Array): ByteSource {
  return {
    size: bytes.length,
    chunks: async function* () {
      yield bytes;
    },
  };
}
