import { type Mark, marksOn, type Side, unmarked } from "../../components/marks.ts";
import { compare } from "../../text/diff/compare.ts";
import type { BoardClause, BoardDocument } from "../../text/review/board.ts";
import { make } from "./element.ts";

/** A clause in its document. */
export interface Placed {
  readonly document: BoardDocument;
  readonly at: number;
}

export function clauseAt({ document, at }: Placed): BoardClause {
  return document.clauses[at] as BoardClause;
}

function marked(side: Side, marks: readonly Mark[]): readonly HTMLElement[] {
  return marks.map(({ kind, text }) =>
    kind === "kept"
      ? make("span", {}, text)
      : make(side === "from" ? "del" : "ins", { class: kind === "moved" ? "moved" : null }, text),
  );
}

/** The clause before or after, in grey. */
function neighbour({ document, at }: Placed, by: number): HTMLElement {
  const clause = document.clauses[at + by];
  const edge = by < 0 ? "（全文由此开始）" : "（全文到此为止）";
  return make(
    "p",
    { class: "desk-near" },
    make("span", { class: "hidden" }, by < 0 ? "上一句：" : "下一句："),
    clause?.text ?? edge,
  );
}

export function placeLine({ document, at }: Placed): HTMLElement {
  const { number, heading, eId } = clauseAt({ document, at });
  return make(
    "p",
    { class: "place" },
    make("span", { class: "place-document" }, document.name),
    make(
      "a",
      {
        href: `/documents/${document.id}/#${eId}`,
        target: "review-text",
        rel: "noreferrer",
        title: "在原文中看（另开一页）",
      },
      number === "" ? null : make("b", {}, number),
      heading,
    ),
  );
}

function column(side: Side, placed: Placed, marks: readonly Mark[]): HTMLElement {
  const words = make("p", { class: "words", "data-side": side }, ...marked(side, marks));
  return make(
    "div",
    { class: `desk-side ${side}` },
    placeLine(placed),
    neighbour(placed, -1),
    words,
    neighbour(placed, 1),
  );
}

/** Two clauses with what differs, each between its neighbours. */
export function sides(from: Placed, to: Placed): readonly HTMLElement[] {
  const [a, b] = [clauseAt(from).text, clauseAt(to).text];
  const changes = compare(a, b);
  return [column("from", from, marksOn("from", a, changes)), column("to", to, marksOn("to", b, changes))];
}

/** One clause between its neighbours. */
export function alone(placed: Placed): HTMLElement {
  return column("to", placed, unmarked(clauseAt(placed).text));
}
