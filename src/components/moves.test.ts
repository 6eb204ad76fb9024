import assert from "node:assert/strict";
import { test } from "node:test";
import type { Course, Goal, Stage, Verdict } from "../text/indicators/course.ts";
import type { Indicator } from "../text/indicators/indicator.ts";
import type { Target } from "../text/model.ts";
import { movesOf } from "./moves.ts";

const target = (value: number) => ({ value }) as Target;
const goal = (verdict: Verdict, value: number, before: number | null = null): Goal =>
  ({ verdict, target: target(value), before: before === null ? null : target(before) }) as unknown as Goal;
const stage = (document: string, verdict: Verdict, goals: readonly Goal[], beside = false): Stage =>
  ({ document, verdict, goals, beside }) as unknown as Stage;
const course = (id: string, ...stages: readonly Stage[]): Course => ({ indicator: { id } as Indicator, stages });
const names = (moves: readonly { indicator: Indicator; stage: Stage }[]): string[] =>
  moves.map(({ indicator, stage }) => `${indicator.id} ${stage.document}`);

test("the largest moves stand first, what is new or gone by date", () => {
  const moves = movesOf(
    [
      course("x", stage("a", "new", [goal("new", 2)]), stage("b", "raised", [goal("raised", 3, 2)])),
      course("y", stage("a", "new", [goal("new", 1)]), stage("b", "raised", [goal("raised", 5, 1)], true)),
      course("z", stage("b", "worded", []), stage("c", "dropped", [])),
      course("w", stage("b", "new", [goal("new", 7)]), stage("c", "lowered", [goal("lowered", 6, 7)])),
    ],
    ["a", "b", "c"],
  );
  assert.deepEqual(names(moves.raised), ["y b", "x b"]);
  assert.deepEqual(names(moves.lowered), ["w c"]);
  assert.deepEqual(names(moves.fresh), ["w b"]);
  assert.deepEqual(names(moves.gone), ["z c", "z b"]);
});

test("a province that is silent has given up nothing", () => {
  assert.deepEqual(movesOf([course("x", stage("b", "worded", [], true))], ["a", "b"]).gone, []);
});
