import path from "node:path";
import { readConceptsFile, WEIGHTS } from "../src/node/collations.ts";
import { readDocuments } from "../src/node/documents.ts";
import { readEditions } from "../src/node/editions.ts";
import { writeText } from "../src/node/text-file.ts";
import { prepare } from "../src/text/collation/prepare.ts";
import { judge, train } from "../src/text/collation/train.ts";
import { formatProblem } from "../src/text/problems/problem.ts";

/** Learns the weights of the alignment from the pairs that editors have read through, and writes them. */
const root = path.resolve(import.meta.dirname, "..");
const { documents, problems } = await readDocuments(root);
const read = await readEditions(root, documents);
const vocabulary = await readConceptsFile(root);
const all = [...problems, ...read.problems, ...vocabulary.problems];
for (const problem of all) console.error(formatProblem(problem));
if (all.length > 0) process.exitCode = 1;
else {
  const prepared = prepare(documents, vocabulary.concepts);
  const weights = train(prepared, read.editions);
  await writeText(root, WEIGHTS, `${JSON.stringify(weights, null, 1)}\n`);
  const verdicts = judge(prepared, read.editions).flatMap(({ verdicts }) => verdicts);
  const count = (kind: string): number => verdicts.filter((verdict) => verdict === kind).length;
  console.log(
    `共 ${verdicts.length} 对候选，其中重申 ${count("restates")} 对、相关 ${count("related")} 对；已写入 ${WEIGHTS}`,
  );
}
