/** Chinese characters take two columns of a terminal. */
const widthOf = (text: string): number =>
  Array.from(text).reduce(
    (width, unit) => width + (/[\u2e80-\u9fff\uf900-\ufaff\uff00-\uff60]/u.test(unit) ? 2 : 1),
    0,
  );

/** Fills up to so many columns, the text to the right. */
export const aligned = (text: string, columns: number): string =>
  " ".repeat(Math.max(0, columns - widthOf(text))) + text;

/** Fills up to so many columns, the text to the left. */
export const alignedLeft = (text: string, columns: number): string =>
  text + " ".repeat(Math.max(0, columns - widthOf(text)));
