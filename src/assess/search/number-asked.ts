/**
 * The digits of a question that is a number and nothing else, as brokers write it: 7208.39, 7308 90 95 90, 7318-15, heading 7208, chapter 73.
 * Null: it is words.
 */
export function numberAsked(text: string): string | null {
  const bare = text.trim().replace(/^(?:chapter|heading|subheading|hs|hts|htsus)\s+(?=\d)/i, '');
  const isNumber =
    /^\d[\d.]*$/.test(bare) || /^\d{4}[\s.-]+\d\d(?:[\s.-]+\d\d){0,2}$/.test(bare) || withSuffix.test(bare);
  return isNumber ? bare.replaceAll(/\D/g, '') : null;
}

/** 7308 90 9590 */
const withSuffix = /^\d{4}[\s.-]+\d\d[\s.-]+\d{4}$/;
