/** What a reader wants to see of a comparison; an empty list or name means everything. */
export interface Choice {
  readonly relation: readonly string[];
  readonly origin: readonly string[];
  readonly section: string;
  readonly view: string;
}

const DEFAULT_VIEW = "columns";

const several = (query: URLSearchParams, name: string): readonly string[] =>
  query.getAll(name).flatMap((value) => value.split(",").filter((part) => part !== ""));

/** Reads the query of an address, `?relation=new,dropped&section=sec_3&view=merged`. */
export function readChoice(search: string): Choice {
  const query = new URLSearchParams(search);
  return {
    relation: several(query, "relation"),
    origin: several(query, "origin"),
    section: query.get("section") ?? "",
    view: query.get("view") ?? DEFAULT_VIEW,
  };
}

/** The query for a choice, with its question mark; empty where nothing is chosen. */
export function writeChoice({ relation, origin, section, view }: Choice): string {
  const parts = [
    ["relation", relation.join(",")],
    ["origin", origin.join(",")],
    ["section", section],
    ["view", view === DEFAULT_VIEW ? "" : view],
  ].filter(([, value]) => value !== "");
  return parts.length === 0 ? "" : `?${parts.map(([name, value]) => `${name}=${value}`).join("&")}`;
}

/** Whether a choice leaves rows out. */
export function narrows({ relation, origin, section }: Choice): boolean {
  return relation.length > 0 || origin.length > 0 || section !== "";
}

/** What decides whether a row is shown. */
export interface RowFacts {
  readonly standing: string | undefined;
  readonly origin: string | undefined;
  readonly section: string | undefined;
}

export function shows(choice: Choice, row: RowFacts): boolean {
  const fits = (wanted: readonly string[], value: string | undefined): boolean =>
    wanted.length === 0 || (value !== undefined && wanted.includes(value));
  return (
    fits(choice.relation, row.standing) &&
    fits(choice.origin, row.origin) &&
    (choice.section === "" || choice.section === row.section)
  );
}
