/** The types that every room agrees on. All data is readonly; every offset counts UTF-16 code units. */

/** A half-open range `[start, end)` of code units. In a ledger it is a range of the seed. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** ISO 15924: `Hans` is Simplified, `Hant` Traditional Chinese. */
export type Script = "Hans" | "Hant";

export type Level = "national" | "provincial" | "municipal";

/** What an editor states about a document, and which of it no source text confirms. */
export interface DocumentMeta {
  readonly id: string;
  readonly title: string;
  readonly shortTitle: string;
  /** 文号, such as 工信部联规〔2021〕217号. */
  readonly number: string | null;
  readonly issuers: readonly string[];
  /** `YYYY-MM-DD`, or `YYYY-MM` when the day is unknown. */
  readonly issued: string;
  /** The years that the document aims at, the main one first. */
  readonly horizon: readonly number[];
  readonly level: Level;
  /** Ids of the documents that it takes up as their successor. Where it is silent on what they set, it has given it up. */
  readonly follows: readonly string[];
  readonly script: Script;
  readonly source: { readonly name: string; readonly url: string | null };
  /** Fields above that the editor supplied and the source text does not state, each with the reason. */
  readonly supplied: readonly { readonly field: string; readonly why: string }[];
  /** Readings that character-wise script folding gets wrong here, such as 著力 → 着力. Both sides are equally long. */
  readonly readings: readonly { readonly from: string; readonly to: string; readonly why: string }[];
  /** What a rule of the check finds in a line with `text` and the source has so, each with the reason. */
  readonly accepted: readonly { readonly rule: string; readonly text: string; readonly why: string }[];
}

/**
 * - `preface` the letter that hands the document down; `preamble` its text before the first heading
 * - `part` 第X编 · `chapter` 第X章 · `division` 第X节 · `article` 第X条
 * - `section` 一、 · `subsection` （一） · `item` 1. 1、 · `point` （1） · `subpoint` ①
 * - `head` an unnumbered heading on a line of its own · `lead` a run-in heading that titles its paragraph
 * - `dash` an item after —— · `box` 专栏
 * - `wrap` paragraphs that close a provision after its children
 * - `gap` a place where the source lacks text; clauses in it have lost their heading
 */
export type ProvisionKind =
  | "preface"
  | "preamble"
  | "part"
  | "chapter"
  | "division"
  | "article"
  | "section"
  | "subsection"
  | "item"
  | "point"
  | "subpoint"
  | "head"
  | "lead"
  | "dash"
  | "box"
  | "wrap"
  | "gap";

/** One statement, ended by 。；！ or ？: the unit that is aligned, linked, cited and searched. */
export interface Clause {
  readonly eId: string;
  /** As in the source, without the white space that scraping left inside it. */
  readonly original: string;
  /** `original` folded to Simplified Chinese and full-width punctuation; as long as `original`. */
  readonly text: string;
}

export interface Paragraph {
  readonly eId: string;
  readonly clauses: readonly Clause[];
}

/** Bodies answerable for a provision, read from （责任单位：…牵头，…参与）. */
export interface Responsible {
  /** The clause that states them. */
  readonly eId: string;
  readonly lead: readonly string[];
  readonly participants: readonly string[];
  /** The statement breaks off before its bracket closes. */
  readonly cutOff: boolean;
}

export interface Provision {
  readonly eId: string;
  readonly kind: ProvisionKind;
  /** The number as printed: 一、 （一） 1、 专栏1. */
  readonly num: string | null;
  /** As in the source, without the 。 that closes a run-in heading. */
  readonly heading: string | null;
  /** The full stop that closed the heading in the source, or "". */
  readonly stop: string;
  readonly paragraphs: readonly Paragraph[];
  readonly children: readonly Provision[];
  /** Of a gap: what is missing. */
  readonly note: string | null;
  readonly responsible: Responsible | null;
}

export interface PolicyDocument {
  readonly meta: DocumentMeta;
  readonly provisions: readonly Provision[];
}

/** Exactly one of these befalls every code unit of a seed. */
export type Fate = "kept" | "duplicate" | "boilerplate" | "markup" | "space";

/** A kept span names its clause or provision, a duplicate what it repeats; either may be `front`. */
export type LedgerSpan = Span &
  (
    | { readonly fate: "kept"; readonly eId: string }
    | { readonly fate: "duplicate"; readonly of: string }
    | { readonly fate: "boilerplate"; readonly rule: string; readonly why: string }
    | { readonly fate: "markup" | "space" }
  );

export interface Ledger {
  readonly seed: string;
  /** Of the seed's bytes, in hexadecimal. */
  readonly sha256: string;
  readonly length: number;
  /** In order; the first starts at 0, each starts where the one before ends, the last ends at `length`. */
  readonly spans: readonly LedgerSpan[];
}

/** A clause of the corpus. */
export interface ClauseRef {
  readonly document: string;
  readonly eId: string;
}

/**
 * - `verbatim` a run of at least 12 characters is reused
 * - `reworded` the same object and action, or the same indicator with another number
 * - `related` the same narrow topic with a different measure
 */
export type Relation = "verbatim" | "reworded" | "related";

/** The same text in two clauses: a range of each clause's `text`. */
export interface Run {
  readonly from: Span;
  readonly to: Span;
}

/** Two clauses of different documents of which the later carries on the earlier. */
export interface Alignment {
  /** In the document that was issued earlier. */
  readonly from: ClauseRef;
  readonly to: ClauseRef;
  readonly relation: Relation;
  /** 0–1: how sure the machine is, and 1 for what an editor has read. */
  readonly score: number;
  readonly origin: "auto" | "reviewed";
  /** What shows it: shared stretches, or the places that an editor quoted. */
  readonly evidence: readonly Run[];
  /** Names of the features that spoke most for the machine's proposal, the strongest first. */
  readonly reasons: readonly string[];
  /** The editor's remark. */
  readonly note: string | null;
}

/**
 * One step from an earlier clause to a later one, in reading order. `kept`, `deleted` and `movedAway` tile the earlier
 * text; `kept`, `inserted` and `movedHere` tile the later one. `from` is a range of the earlier, `to` of the later.
 *
 * What is kept is the same but for script, width and punctuation. A moved stretch stands twice, as `movedAway` where it
 * was and as `movedHere` where it is; both name both places.
 */
export type Change =
  | { readonly kind: "kept" | "movedAway" | "movedHere"; readonly from: Span; readonly to: Span }
  | { readonly kind: "deleted"; readonly from: Span }
  | { readonly kind: "inserted"; readonly to: Span };

/** A goal with a number or a deadline, or a result that a document reports. */
export interface Target extends ClauseRef {
  /** A run of the clause's `text`. */
  readonly quote: string;
  readonly kind: "target" | "achievement";
  /** What is counted or changes, in the words of the text. */
  readonly indicator: string;
  /** `none` for a goal that has a deadline and no number. */
  readonly comparator: ">=" | ">" | "<=" | "<" | "=" | "about" | "none";
  /** As printed: 2 of 2万亿元. */
  readonly value: number | null;
  /** The upper end of a range. */
  readonly valueMax: number | null;
  /** As printed: % 个百分点 项 家 亿元. */
  readonly unit: string | null;
  readonly change: "level" | "growth_per_year" | "increase" | "decrease";
  /** The year that it is measured from, where the text names one. */
  readonly baselineYear: number | null;
  /** The year by which, or in which, it holds; null where none governs. */
  readonly targetYear: number | null;
  readonly origin: "auto" | "reviewed";
}

/** An editor's topic. */
export interface Theme {
  /** The name of its file. */
  readonly id: string;
  /** Themes are listed by it; those without one come last, by id. */
  readonly order: number | null;
  readonly title: string;
  /** One paragraph by the editor. */
  readonly about: string;
  /** A clause that holds one of these belongs to it. */
  readonly terms: readonly string[];
  /** Clauses that belong to it, or do not, whatever they hold. */
  readonly pinned: readonly ClauseRef[];
  readonly excluded: readonly ClauseRef[];
}

/** A clause on its way through the documents. */
export interface Station extends ClauseRef {
  /** What joins it to the station before; null for the first. */
  readonly after: Alignment | null;
}

/** How one statement travelled: a clause of one document, and of later ones a clause each that carries it on. */
export interface Thread {
  /** Unique, and stable while its second clause stands: `<document>--<eId>` of it, since it follows no other clause. */
  readonly id: string;
  /** A few words of its own. */
  readonly name: string;
  /** The theme that most of its clauses belong to. */
  readonly theme: string | null;
  /** In date order, at least two. */
  readonly stations: readonly Station[];
}

/** A fault in input: what an editor needs to find and mend it. Line and column count from 1. */
export interface Problem {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  /** A permanent name in kebab-case. */
  readonly rule: string;
  readonly severity: "error" | "warning";
  /** What was found, what was expected, what to do: one line. */
  readonly message: string;
}
