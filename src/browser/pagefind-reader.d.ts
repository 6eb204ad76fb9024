/** Pagefind's reader as the build gives it: it comes with each index. */
declare module "pagefind-reader" {
  export interface Result {
    readonly id: string;
    /** Places of tokens in the record, in order. */
    readonly words: readonly number[];
  }

  export function options(options: { readonly noWorker: boolean; readonly basePath: string }): Promise<void>;
  export function search(phrase: string): Promise<{ readonly results: readonly Result[] }>;
}
