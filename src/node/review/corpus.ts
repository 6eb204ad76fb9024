import { readdir, stat } from "node:fs/promises";
import path from "node:path";
import type { PolicyDocument } from "../../text/model.ts";
import { ProblemsError } from "../../text/problems/problem.ts";
import { readDocuments } from "../documents.ts";

const FOLDER = "content/documents";

/** Names, sizes and times of the files: while they stay, so do the documents. */
async function signature(root: string): Promise<string> {
  const names = (await readdir(path.join(root, FOLDER))).filter((name) => name.endsWith(".md")).sort();
  const stats = await Promise.all(names.map((name) => stat(path.join(root, FOLDER, name))));
  return names.map((name, i) => `${name} ${stats[i]?.size} ${stats[i]?.mtimeMs}`).join("\n");
}

/** The documents as they stand, read again only when one of them changed: a decision shall not wait for them. */
export function corpusOf(root: string): () => Promise<readonly PolicyDocument[]> {
  let read: { readonly signature: string; readonly documents: readonly PolicyDocument[] } | null = null;
  return async () => {
    const now = await signature(root);
    if (read?.signature === now) return read.documents;
    const { documents, problems } = await readDocuments(root);
    if (problems.length > 0) throw new ProblemsError(problems);
    read = { signature: now, documents };
    return documents;
  };
}
