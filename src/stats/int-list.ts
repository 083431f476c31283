/** A growing list of 32-bit integers: four bytes each, where an array of numbers takes twice as many or more. */
export interface IntList {
  readonly length: () => number;
  readonly push: (value: number) => void;
  readonly at: (index: number) => number;
  readonly set: (index: number, value: number) => void;
}

/** `room`: for how many from the start; less where there are many short lists. */
export function intList(room = 1024): IntList {
  let values = new Int32Array(room);
  let length = 0;
  return {
    length: () => length,
    push: (value) => {
      if (length === values.length) {
        const wider = new Int32Array(values.length * 2);
        wider.set(values);
        values = wider;
      }
      values[length++] = value;
    },
    at: (index) => values[index] ?? 0,
    set: (index, value) => {
      values[index] = value;
    },
  };
}
