import { byFacet, type Choice, FACETS } from "../text/search/choice.ts";
import { ORDERS } from "../text/search/rank.ts";

/** Reads the query of an address: `?q=原料药&document=2021-plan,2021-fyp&order=newest`. */
export function readChoice(search: string): Choice {
  const query = new URLSearchParams(search);
  const facets = byFacet((facet) =>
    query.getAll(facet).flatMap((value) => value.split(",").filter((part) => part !== "")),
  );
  const order = ORDERS.find((one) => one === query.get("order")) ?? "best";
  return { ...facets, query: query.get("q") ?? "", order };
}

/** In characters: hosts refuse addresses of more than some thousand bytes, and no record is as long as this. */
const LONGEST = 600;

/** A query as part of an address. Half of a surrogate pair has no place in one. */
export function encoded(text: string): string {
  const characters = Array.from(text.replace(/\p{Cs}/gu, "\ufffd"));
  return encodeURIComponent(characters.slice(0, LONGEST).join(""));
}

/** The query of an address for a choice, with its question mark; empty where nothing is chosen. */
export function writeChoice({ query, order, ...facets }: Choice): string {
  const said: readonly (readonly [string, string])[] = [
    ["q", query] as const,
    ...FACETS.map((facet) => [facet, facets[facet].join(",")] as const),
    ["order", order === "best" ? "" : order] as const,
  ].filter(([, value]) => value !== "");
  return said.length === 0 ? "" : `?${said.map(([name, value]) => `${name}=${encoded(value)}`).join("&")}`;
}
