/** Numbers that look random and are the same for the same seed, on every machine: a 32-bit xorshift with a scrambled seed. */
export function seededRandom(seed) {
  let state = Math.imul(seed ^ 0x5bd1e995, 0x2545f491) | 1;
  const next = () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return state >>> 0;
  };
  for (let turn = 0; turn < 20; turn += 1) next(); // small seeds differ in few bits at first
  const share = () => next() / 0x1_0000_0000;
  const below = (limit) => Math.floor(share() * limit);
  return {
    /** From 0 up to, but not, 1. */
    share,
    /** A whole number from 0 up to, but not, the limit. */
    below,
    one: (list) => list[below(list.length)],
    shuffled: (list) => {
      const mixed = [...list];
      for (let at = mixed.length - 1; at > 0; at -= 1) {
        const other = below(at + 1);
        [mixed[at], mixed[other]] = [mixed[other], mixed[at]];
      }
      return mixed;
    },
  };
}
