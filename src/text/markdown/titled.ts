import type { ProvisionKind } from "../model.ts";
import { EMPTY, type Mapped, mapped } from "../normalize/mapped.ts";
import { type Draft, draft } from "../structure/draft.ts";
import { readMarker } from "../structure/marker.ts";

/** A draft with number, heading and stop as its title has them; what has no number is of `kind`. */
export function titled(kind: ProvisionKind | null, title: string): Draft {
  const marker = readMarker(title);
  const rest = title.slice(marker?.length ?? 0);
  const stop = rest.endsWith("。") ? "。" : "";
  const heading = rest.slice(0, rest.length - stop.length) || null;
  const made: Mapped = title === "" ? EMPTY : mapped(title);
  return draft(marker?.kind ?? kind ?? "head", {
    num: marker?.num ?? null,
    value: marker?.value ?? null,
    heading,
    stop,
    title: made,
  });
}
