/** Stands where others show a heading: base duty is laid by the number itself. */
export const baseHeading = 'base';
