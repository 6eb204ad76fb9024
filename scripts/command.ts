/** What was typed makes no sense to a command; the message says which part of it. */
export class UsageError extends Error {}

/** What a command says at its end when something is wrong that is no fault of the program, and its exit code. */
export interface Explained {
  readonly said: string;
  readonly code: 0 | 1 | 2;
}

/** What `parseArgs` did not understand, in the editors' language. */
function misread({ code, message }: { readonly code: string; readonly message: string }): string {
  const option = /'(-[^\s']*)/u.exec(message)?.[1] ?? /'([^']*)'/u.exec(message)?.[1] ?? "";
  if (code === "ERR_PARSE_ARGS_UNKNOWN_OPTION") return `没有 ${option} 这个选项。`;
  if (code === "ERR_PARSE_ARGS_UNEXPECTED_POSITIONAL") return `多写了“${option}”。`;
  return `选项 ${option} 的用法不对。`;
}

/** What to say of wrong use, above how the command is used; null for any other error. */
export function wrongUse(error: unknown, usage: string): Explained | null {
  if (error instanceof UsageError) return { said: `${error.message}\n${usage}`, code: 2 };
  if (!(error instanceof TypeError && "code" in error && String(error.code).startsWith("ERR_PARSE_ARGS"))) return null;
  return { said: `${misread({ code: String(error.code), message: error.message })}\n${usage}`, code: 2 };
}

/**
 * Runs a command with what was typed behind it, and ends with the exit code that it returns. Wrong use ends with 2, what
 * `explain` knows as that says, and any other error as one of the program.
 */
export async function runCommand(
  main: (args: readonly string[]) => Promise<number>,
  usage: string,
  explain: (error: unknown) => Explained | null = () => null,
): Promise<void> {
  try {
    process.exitCode = await main(process.argv.slice(2));
  } catch (error) {
    const known = wrongUse(error, usage) ?? explain(error);
    if (known === null) throw error;
    console.error(known.said);
    process.exitCode = known.code;
  }
}
