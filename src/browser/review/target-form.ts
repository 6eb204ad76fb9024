import type { StatedTarget } from "../../text/review/targets.ts";
import { make } from "./element.ts";

/** The fields in which an editor corrects what the machine has read. */

const CHOICES: Readonly<Record<"kind" | "comparator" | "change", readonly (readonly [string, string])[]>> = {
  kind: [
    ["target", "目标"],
    ["achievement", "已有成绩"],
  ],
  comparator: [
    [">=", "≥ 以上、达到"],
    [">", "> 超过"],
    ["<=", "≤ 以下、以内"],
    ["<", "< 低于"],
    ["=", "= 等于"],
    ["about", "≈ 左右"],
    ["none", "没有数字"],
  ],
  change: [
    ["level", "水平"],
    ["growth_per_year", "年均增长"],
    ["increase", "增加"],
    ["decrease", "减少"],
  ],
};

const LABELS: Readonly<Record<keyof StatedTarget, string>> = {
  indicator: "指标",
  comparator: "比较",
  value: "数值",
  valueMax: "至（区间）",
  unit: "单位",
  change: "增减",
  baselineYear: "基期年",
  targetYear: "目标年",
  kind: "类别",
};

const FIELDS = Object.keys(LABELS) as readonly (keyof StatedTarget)[];

const isChoice = (field: string): field is keyof typeof CHOICES => field in CHOICES;

function control(field: keyof StatedTarget, value: string): HTMLElement {
  if (!isChoice(field)) {
    const isNumber = ["value", "valueMax", "baselineYear", "targetYear"].includes(field);
    return make("input", { name: field, value, inputmode: isNumber ? "decimal" : null, autocomplete: "off" });
  }
  const options = CHOICES[field].map(([name, label]) =>
    make("option", { value: name, selected: name === value ? "" : null }, label),
  );
  return make("select", { name: field }, ...options);
}

/** One set of fields for each target that the same words state. */
export function fieldsFor(targets: readonly StatedTarget[]): readonly HTMLElement[] {
  return targets.map((target, i) => {
    const labels = FIELDS.map((field) =>
      make("label", { "data-field": field }, LABELS[field], control(field, String(target[field] ?? ""))),
    );
    const legend = targets.length > 1 ? `目标 ${i + 1}` : "目标";
    return make("fieldset", {}, make("legend", {}, legend), ...labels);
  });
}

export type ReadForm =
  | { readonly stated: readonly StatedTarget[]; readonly fault: null }
  | { readonly stated: null; readonly fault: { readonly field: HTMLInputElement; readonly message: string } };

/** What the fields say, or the first that says nothing that could be meant. */
export function readForm(form: HTMLFormElement): ReadForm {
  const stated: StatedTarget[] = [];
  for (const set of form.querySelectorAll("fieldset")) {
    const text = (name: string): string =>
      set.querySelector<HTMLInputElement>(`[name=${name}]`)?.value.normalize("NFKC").trim() ?? "";
    for (const name of ["value", "valueMax", "baselineYear", "targetYear"]) {
      const field = set.querySelector<HTMLInputElement>(`[name=${name}]`);
      if (field !== null && text(name) !== "" && !Number.isFinite(Number(text(name))))
        return { stated: null, fault: { field, message: `“${field.value}”不是数：只写数字，万、亿写在单位里` } };
    }
    const number = (name: string): number | null => (text(name) === "" ? null : Number(text(name)));
    stated.push({
      kind: text("kind") as StatedTarget["kind"],
      // The words of the text stay as they are printed.
      indicator: set.querySelector<HTMLInputElement>("[name=indicator]")?.value.trim() ?? "",
      comparator: text("comparator") as StatedTarget["comparator"],
      value: number("value"),
      valueMax: number("valueMax"),
      unit: text("unit") === "" ? null : text("unit"),
      change: text("change") as StatedTarget["change"],
      baselineYear: number("baselineYear"),
      targetYear: number("targetYear"),
    });
  }
  return { stated, fault: null };
}
