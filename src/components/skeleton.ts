import type { PolicyDocument } from "../text/model.ts";
import { fold } from "../text/normalize/fold.ts";
import { countProvision } from "./counts.ts";
import { titleOf, unnumberedName } from "./outline.ts";

/** A top-level part of a document, as wide as it is long. */
export interface Segment {
  readonly eId: string;
  readonly num: string;
  readonly name: string;
  readonly title: string;
  readonly characters: number;
  /** In per cent of the scale. */
  readonly width: number;
}

/** The parts of a document, drawn to a scale that `longest` characters fill. */
export function skeleton({ meta, provisions }: PolicyDocument, longest: number): readonly Segment[] {
  return provisions.map((provision) => {
    const { characters } = countProvision(provision);
    const name = fold(provision.heading ?? unnumberedName(provision.kind) ?? "引言", meta);
    return {
      eId: provision.eId,
      num: provision.num ?? "",
      name,
      title: titleOf(provision.num, name),
      characters,
      width: Math.round((characters / longest) * 1e4) / 100,
    };
  });
}
