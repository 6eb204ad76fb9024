/** Comments come first, so that addresses inside them are left alone. */
const ADDRESS =
  /\/\*[\s\S]*?\*\/|(?<before>url\(\s*|@import\s+)(?:"(?<double>[^"]*)"|'(?<single>[^']*)')|(?<bare>url\(\s*)(?<plain>[^"')\s][^)\s]*)/gi;

/** Gives every address of a style sheet, or of a style attribute, to `map` and puts its answer in its place. */
export function mapCss(css: string, map: (address: string) => string): string {
  return css.replace(ADDRESS, (whole: string, ...rest: unknown[]) => {
    const groups = rest.at(-1) as Readonly<Record<string, string | undefined>>;
    const address = groups.double ?? groups.single ?? groups.plain;
    // A fragment alone means a part of the page that the style applies to.
    if (address === undefined || address.startsWith("#")) return whole;
    const quote = groups.double !== undefined ? '"' : groups.single !== undefined ? "'" : "";
    return `${groups.before ?? groups.bare}${quote}${map(address)}${quote}`;
  });
}
