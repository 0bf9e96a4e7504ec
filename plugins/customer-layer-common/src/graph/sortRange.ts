// Up to so many numbers, a plain insertion is faster than to call the sort of a typed array.
const FEW = 40;

/** Sorts a part of an array, ascending. */
export function sortRange(
  numbers: Uint32Array,
  from: number,
  to: number,
): void {
  if (to - from > FEW) {
    numbers.subarray(from, to).sort();
    return;
  }
  for (let i = from + 1; i < to; i++) {
    const number = numbers[i];
    let at = i;
    for (; at > from && numbers[at - 1] > number; at--) {
      numbers[at] = numbers[at - 1];
    }
    numbers[at] = number;
  }
}
