/** What stands between the kept stretches of one side, and those stretches. */
interface Strand {
  readonly kept: readonly Element[];
  /** One list more than there are kept stretches: before the first, between any two, behind the last. */
  readonly between: readonly (readonly Element[])[];
}

function strand(words: Element): Strand {
  const kept: Element[] = [];
  const between: Element[][] = [[]];
  for (const stretch of words.children) {
    if (stretch.localName === "span") {
      kept.push(stretch);
      between.push([]);
    } else between.at(-1)?.push(stretch);
  }
  return { kept, between };
}

/** How many characters of a kept stretch stay to either side of what changed when only changes are shown. */
const EDGE = 5;

/** The stretch, its middle in an element of its own if it is long enough to be left out. */
function foldable(text: string): Node {
  const whole = document.createElement("span");
  if (text.length <= 2 * EDGE + 2) whole.textContent = text;
  else {
    const rest = document.createElement("span");
    rest.className = "rest";
    rest.textContent = text.slice(EDGE, -EDGE);
    whole.append(text.slice(0, EDGE), rest, text.slice(-EDGE));
  }
  return whole;
}

/** Both sides of a row as one text: what was struck out, what came instead, and what is kept in the later words. */
export function weave(from: Element, to: Element): HTMLElement {
  const [earlier, later] = [strand(from), strand(to)];
  const woven = document.createElement("p");
  woven.className = "words woven";
  later.between.forEach((added, i) => {
    const gone = earlier.between[i] ?? [];
    woven.append(...gone.map((node) => node.cloneNode(true)), ...added.map((node) => node.cloneNode(true)));
    const text = later.kept[i]?.textContent ?? "";
    if (text !== "") woven.append(foldable(text));
  });
  return woven;
}
