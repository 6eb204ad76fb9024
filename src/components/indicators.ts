import { getCollection } from "astro:content";
import { type Course, coursesOf } from "../text/indicators/course.ts";
import type { Indicator } from "../text/indicators/indicator.ts";
import { corpus } from "./corpus.ts";
import { corpusTargets } from "./targets.ts";

/** The editor's indicators, in the editor's order. */
export async function corpusIndicators(): Promise<readonly Indicator[]> {
  const entries = (await getCollection("indicators")).map(({ data }) => data);
  return entries.sort((a, b) => a.position - b.position).map(({ indicator }) => indicator);
}

/** How every indicator went through the documents. */
export async function corpusCourses(): Promise<readonly Course[]> {
  const [indicators, members, targets] = await Promise.all([corpusIndicators(), corpus(), corpusTargets()]);
  const documents = members.map(({ document }) => document);
  return coursesOf(indicators, documents, targets);
}
