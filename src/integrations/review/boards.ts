import { placesOf } from "../../components/places.ts";
import { readConceptsFile, readWeights } from "../../node/collations.ts";
import { readEditions } from "../../node/editions.ts";
import type { ReviewedFiles } from "../../node/review/files.ts";
import { alignmentsFile } from "../../node/review/pairs.ts";
import { targetsFile } from "../../node/review/targets.ts";
import { proposals } from "../../text/collation/collate.ts";
import type { PolicyDocument } from "../../text/model.ts";
import { fold } from "../../text/normalize/fold.ts";
import { ProblemsError } from "../../text/problems/problem.ts";
import {
  type BoardDocument,
  type BoardTarget,
  type PairBoard,
  pairsToJudge,
  type TargetBoard,
} from "../../text/review/board.ts";
import { decisionsIn } from "../../text/review/pairs.ts";
import { keyOfTarget, type TargetPlace, targetDecisionsIn } from "../../text/review/targets.ts";
import { allClauses } from "../../text/structure/outline.ts";
import { extractTargets } from "../../text/targets/extract.ts";
import { spokenOf } from "../../text/targets/merge.ts";

/** As many as tokens.css has. */
const TINTS = 8;

function boardDocument(document: PolicyDocument, position: number): BoardDocument {
  const places = placesOf(document);
  const clauses = allClauses(document).map(({ eId, text }) => {
    const place = places.get(eId);
    return { eId, text, number: place?.number ?? "", heading: place?.heading ?? "" };
  });
  const name = fold(document.meta.shortTitle, document.meta);
  return { id: document.meta.id, name, colour: `var(--doc-${(position % TINTS) + 1})`, clauses };
}

/** All pairs of a document, the surest proposal first; a fault in what editors wrote is thrown as its problems. */
export async function pairBoard(
  root: string,
  id: string,
  corpus: readonly PolicyDocument[],
  files: ReviewedFiles,
): Promise<PairBoard> {
  const { editions, problems } = await readEditions(root, corpus);
  const { concepts, problems: others } = await readConceptsFile(root);
  if (problems.length + others.length > 0) throw new ProblemsError([...others, ...problems]);
  const all = proposals(corpus, editions, concepts, await readWeights(), id);
  const pairs = await Promise.all(
    all.map(async ({ from, to, edition, proposed }) => {
      const { text } = await files.read(alignmentsFile(from, to));
      const decided = text === null ? [] : decisionsIn(text);
      return pairsToJudge([from, to], edition?.complete === true ? [] : proposed, decided);
    }),
  );
  const involved = new Set([id, ...all.flatMap(({ from, to }) => [from, to])]);
  const documents = corpus.map(boardDocument).filter((document) => involved.has(document.id));
  return { document: id, documents, pairs: pairs.flat().sort((a, b) => (b.score ?? -1) - (a.score ?? -1)) };
}

/** The targets that the machine reads in a document, by the words that an editor has quoted or else by its own. */
export async function targetBoard(
  document: PolicyDocument,
  position: number,
  files: ReviewedFiles,
): Promise<TargetBoard> {
  const { text } = await files.read(targetsFile(document.meta.id));
  const auto = extractTargets(document);
  const said = text === null ? new Map() : targetDecisionsIn(text);
  const quoted = [...said.keys()].map((key): TargetPlace => {
    const cut = key.indexOf(" ");
    return { eId: key.slice(0, cut), quote: key.slice(cut + 1) };
  });
  const places = new Map<string, BoardTarget>();
  for (const target of auto) {
    const place = quoted.find((one) => spokenOf(one, auto).includes(target)) ?? target;
    const key = keyOfTarget(place);
    const targets = [...(places.get(key)?.targets ?? []), target];
    places.set(key, { eId: place.eId, quote: place.quote, targets, decision: said.get(key) ?? { kind: "open" } });
  }
  return { document: boardDocument(document, position), targets: [...places.values()] };
}
