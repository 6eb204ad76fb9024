import { corpusOf } from "../../node/review/corpus.ts";
import { type Outcome, ReviewedFiles } from "../../node/review/files.ts";
import { alignmentsFile, formerDecisions, pairsChange, positionsIn } from "../../node/review/pairs.ts";
import { formerTarget, targetChange, targetsFile } from "../../node/review/targets.ts";
import type { PolicyDocument } from "../../text/model.ts";
import type { PairBoard, TargetBoard } from "../../text/review/board.ts";
import type { PairsRequest, TargetRequest } from "../../text/review/request.ts";
import { pairBoard, targetBoard } from "./boards.ts";

/** Where an editor judges what the machine proposes. Paths are made of the ids of documents that are there. */
export class Desk {
  readonly #root: string;
  readonly #corpus: () => Promise<readonly PolicyDocument[]>;
  readonly #files: ReviewedFiles;

  constructor(root: string) {
    this.#root = root;
    this.#corpus = corpusOf(root);
    this.#files = new ReviewedFiles(root);
  }

  async has(id: string): Promise<boolean> {
    return (await this.#corpus()).some(({ meta }) => meta.id === id);
  }

  async pairs(id: string): Promise<PairBoard> {
    return pairBoard(this.#root, id, await this.#corpus(), this.#files);
  }

  async targets(id: string): Promise<TargetBoard> {
    const corpus = await this.#corpus();
    const position = corpus.findIndex(({ meta }) => meta.id === id);
    return targetBoard(corpus[position] as PolicyDocument, position, this.#files);
  }

  async decide(id: string, request: PairsRequest): Promise<Outcome> {
    const corpus = await this.#corpus();
    const [from, to] = [request.from, request.to].map((one) => corpus.findIndex(({ meta }) => meta.id === one));
    const [earlier, later] = [corpus[from ?? -1], corpus[to ?? -1]];
    if (!earlier || !later || (from ?? 0) >= (to ?? 0)) return { problem: "没有这两份文件，或先后颠倒" };
    if (earlier.meta.id !== id && later.meta.id !== id) return { problem: `两份文件都不是 ${id}` };
    const positions = { from: positionsIn(earlier), to: positionsIn(later) };
    const change = (one: PairsRequest) => pairsChange(one, corpus, positions);
    const file = alignmentsFile(earlier.meta.id, later.meta.id);
    return this.#files.change(file, change(request), (before) => change(formerDecisions(request, before)));
  }

  async decideTarget(id: string, request: TargetRequest): Promise<Outcome> {
    const corpus = await this.#corpus();
    const document = corpus.find(({ meta }) => meta.id === id);
    if (document === undefined) return { problem: `没有文件 ${id}` };
    const change = (one: TargetRequest) => targetChange(one, document, corpus);
    return this.#files.change(targetsFile(document.meta.id), change(request), (before) =>
      change(formerTarget(request, before)),
    );
  }

  undo(edit: number): Promise<Outcome> {
    return this.#files.undo(edit);
  }
}
