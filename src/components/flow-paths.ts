import type { Relation } from "../text/model.ts";
import { type LaidRibbon, laneStretches } from "./flow-layout.ts";
import { RELATIONS } from "./relations.ts";

/** The other direction: where documents stand along the flow, and how it is bent on the way. */
export interface Course {
  /** Documents run from left to right, or, upright, from top to bottom. */
  readonly upright: boolean;
  /** The middle of the first document along the flow. */
  readonly first: number;
  /** From the middle of one document to the next. */
  readonly step: number;
  /** Half the extent of a document along the flow. */
  readonly half: number;
  /** From the middle of a document ribbons run straight so far. */
  readonly straight: number;
}

export interface Point {
  readonly along: number;
  readonly across: number;
}

const rounded = (n: number): number => Math.round(n * 10) / 10;

/** A place of the drawing as SVG has it: x, then y. */
export function xy({ upright }: Pick<Course, "upright">, { along, across }: Point): readonly [number, number] {
  return upright ? [rounded(across), rounded(along)] : [rounded(along), rounded(across)];
}

export function middleOf({ first, step }: Course, column: number): number {
  return first + column * step;
}

/** The corners of one edge of a ribbon. Between those of two documents it is bent, at a document it is straight. */
function corners(course: Course, edge: readonly { readonly column: number; readonly across: number }[]): Point[] {
  const last = edge.length - 1;
  return edge.flatMap(({ column, across }, i) => {
    const middle = middleOf(course, column);
    const reach = [
      ...(i === 0 ? [course.half, course.straight] : []),
      ...(i > 0 && i < last ? [-course.straight, course.straight] : []),
      ...(i === last ? [-course.straight, -course.half] : []),
    ];
    return reach.map((distance) => ({ along: middle + distance, across }));
  });
}

/** From corner to corner: straight where two are equally far across, otherwise a curve that leaves and arrives straight. */
function through(course: Course, points: readonly Point[]): string {
  return points
    .map((point, i) => {
      const before = points[i - 1];
      if (before === undefined) return xy(course, point).join(" ");
      if (before.across === point.across) return `L${xy(course, point).join(" ")}`;
      const along = (before.along + point.along) / 2;
      const bends = [{ along, across: before.across }, { along, across: point.across }, point];
      return `C${bends.map((bend) => xy(course, bend).join(" ")).join(" ")}`;
    })
    .join("");
}

/** The outline of what lies between two edges of a ribbon: there along one, back along the other. */
function outline(course: Course, ribbon: LaidRibbon, relations: readonly [Relation, Relation]): string {
  const [from, to] = relations.map((relation) => RELATIONS.indexOf(relation));
  const edges = ribbon.stations.map((station) => {
    const lanes = laneStretches(station);
    const [near, far] = [lanes[from ?? 0], lanes[to ?? 0]];
    const end = (far?.start ?? 0) + (far?.length ?? 0);
    return { column: station.column, near: near?.start ?? 0, far: end };
  });
  const there = corners(
    course,
    edges.map(({ column, near }) => ({ column, across: near })),
  );
  const back = corners(
    course,
    edges.map(({ column, far }) => ({ column, across: far })),
  ).reverse();
  return `M${through(course, there)}L${through(course, back)}Z`;
}

export interface Drawn {
  readonly whole: string;
  readonly lanes: readonly { readonly relation: Relation; readonly path: string }[];
}

/** A ribbon as paths: all of it, and each lane that is not empty. */
export function drawn(course: Course, ribbon: LaidRibbon): Drawn {
  const present = RELATIONS.filter((relation) => ribbon.leaving[relation] + ribbon.arriving[relation] > 0);
  return {
    whole: outline(course, ribbon, ["verbatim", "related"]),
    lanes: present.map((relation) => ({ relation, path: outline(course, ribbon, [relation, relation]) })),
  };
}
