/** By halving. @param holds false up to some place and true from there on  @returns that place; `count` where it is never true */
export function firstPlace(count: number, holds: (at: number) => boolean): number {
  let [low, high] = [0, count];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}
