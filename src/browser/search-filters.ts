import { byFacet, type Choice, type Chosen, FACETS, type Facet } from "../text/search/choice.ts";
import { ORDERS } from "../text/search/rank.ts";

type Control = HTMLInputElement | HTMLOptionElement;

/** The boxes and options of a form that stand for the values of a facet. */
function controls(form: HTMLFormElement, facet: Facet): readonly Control[] {
  const boxes = form.querySelectorAll<HTMLInputElement>(`input[name="${facet}"]`);
  const options = form.querySelectorAll<HTMLOptionElement>(`select[name="${facet}"] option:not([value=""])`);
  return [...boxes, ...options];
}

const isOn = (control: Control): boolean =>
  control instanceof HTMLInputElement ? control.checked : control.selected && control.value !== "";

/** What the form says. A form without filters asks for everything. */
export function readForm(form: HTMLFormElement): Choice {
  const facets = byFacet((facet) =>
    controls(form, facet)
      .filter(isOn)
      .map(({ value }) => value),
  );
  const data = new FormData(form);
  const order = ORDERS.find((one) => one === data.get("order")) ?? "best";
  return { ...facets, order, query: String(data.get("q") ?? "") };
}

/** Sets the form; what it has no place for is ignored. */
export function fillForm(form: HTMLFormElement, choice: Choice): void {
  const field = form.querySelector<HTMLInputElement>("input[type=search]");
  if (field !== null) field.value = choice.query;
  for (const facet of FACETS) {
    for (const control of controls(form, facet)) {
      const wanted = choice[facet].includes(control.value);
      if (control instanceof HTMLInputElement) control.checked = wanted;
      else control.selected = wanted;
    }
  }
  const order = form.querySelector<HTMLSelectElement>('select[name="order"]');
  if (order !== null) order.value = choice.order;
}

/** Says beside each value how many hits it would leave, and closes those that would leave none. */
export function showCounts(form: HTMLFormElement, counts: Chosen["counts"] | null): void {
  for (const facet of FACETS) {
    for (const control of controls(form, facet)) {
      const count = counts?.[facet].get(control.value) ?? 0;
      control.disabled = counts !== null && count === 0 && !isOn(control);
      if (control instanceof HTMLOptionElement) {
        control.text = `${control.dataset["name"] ?? ""}${counts === null ? "" : `（${count}）`}`;
        continue;
      }
      const place = control.parentElement?.querySelector("small");
      if (place) place.textContent = counts === null ? "" : String(count);
    }
  }
}

export function isNarrowed(choice: Choice): boolean {
  return FACETS.some((facet) => choice[facet].length > 0);
}
