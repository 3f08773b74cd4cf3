/** Of numbers in ascending order those that begin with the digits, found without looking at the others. */
export function numbersUnder(numbers: readonly string[], digits: string): readonly string[] {
  const first = placeOf(numbers, (number) => number >= digits);
  const end = placeOf(numbers, (number) => number.slice(0, digits.length) > digits);
  return numbers.slice(first, end);
}

/** The first place from which on all numbers are such. */
function placeOf(numbers: readonly string[], isSuch: (number: string) => boolean): number {
  let [low, high] = [0, numbers.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isSuch(numbers[middle] ?? '')) high = middle;
    else low = middle + 1;
  }
  return low;
}
