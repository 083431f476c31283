/** `18 + 25`: options of a margin that share one total, as they are written. */
export function marginOptions(key: string): readonly string[] {
  return key.split('+').map((code) => code.trim());
}
