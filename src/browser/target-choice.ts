/** What a reader wants to see of the targets, and in which order; an empty list or name means everything. */
export interface TargetChoice {
  readonly document: readonly string[];
  readonly kind: readonly string[];
  readonly form: readonly string[];
  readonly theme: string;
  readonly sort: string;
}

/** What decides whether a row is shown, and where. */
export interface TargetFacts {
  readonly document: string | undefined;
  readonly kind: string | undefined;
  readonly form: string | undefined;
  readonly theme: string | undefined;
  readonly year: string | undefined;
  readonly indicator: string | undefined;
}

const several = (query: URLSearchParams, name: string): readonly string[] =>
  query.getAll(name).flatMap((value) => value.split(",").filter((part) => part !== ""));

/** Reads the query of an address, `?document=2016-guide&kind=target&sort=deadline`. */
export function readTargetChoice(search: string): TargetChoice {
  const query = new URLSearchParams(search);
  return {
    document: several(query, "document"),
    kind: several(query, "kind"),
    form: several(query, "form"),
    theme: query.get("theme") ?? "",
    sort: query.get("sort") ?? "",
  };
}

/** The query for a choice, with its question mark; empty where nothing is chosen. */
export function writeTargetChoice({ document, kind, form, theme, sort }: TargetChoice): string {
  const parts = Object.entries({
    document: document.join(","),
    kind: kind.join(","),
    form: form.join(","),
    theme,
    sort,
  });
  const said = parts.filter(([, value]) => value !== "");
  return said.length === 0 ? "" : `?${said.map(([name, value]) => `${name}=${value}`).join("&")}`;
}

/** Whether a choice leaves rows out. */
export function narrowsTargets({ document, kind, form, theme }: TargetChoice): boolean {
  return document.length > 0 || kind.length > 0 || form.length > 0 || theme !== "";
}

export function showsTarget(choice: TargetChoice, row: TargetFacts): boolean {
  const fits = (wanted: readonly string[], value: string | undefined): boolean =>
    wanted.length === 0 || (value !== undefined && wanted.includes(value));
  return (
    fits(choice.document, row.document) &&
    fits(choice.kind, row.kind) &&
    fits(choice.form, row.form) &&
    (choice.theme === "" || choice.theme === row.theme)
  );
}

const byName = new Intl.Collator("zh");

/** Which of two rows comes first; 0 leaves them in the order of the documents. What has no deadline comes last. */
export function compareTargets(sort: string, a: TargetFacts, b: TargetFacts): number {
  const year = ({ year }: TargetFacts): number => Number(year ?? 9999);
  if (sort === "deadline") return year(a) - year(b);
  return sort === "indicator" ? byName.compare(a.indicator ?? "", b.indicator ?? "") : 0;
}
