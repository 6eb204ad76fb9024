import { searchCorpus } from "../../components/search-corpus.ts";

/** What the search index is made of. The build takes it in and leaves no copy; a page under development reads it. */
export const GET = async () => Response.json(await searchCorpus());
