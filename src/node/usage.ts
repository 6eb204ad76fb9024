/** Whether `parseArgs` did not understand what was typed. */
export function isUsageError(error: unknown): error is TypeError & { readonly code: string } {
  return error instanceof TypeError && "code" in error && String(error.code).startsWith("ERR_PARSE_ARGS");
}

/** What was typed wrongly. */
export function explainUsage({ code, message }: { readonly code: string; readonly message: string }): string {
  const option = /'(-[^\s']*)/u.exec(message)?.[1] ?? /'([^']*)'/u.exec(message)?.[1] ?? "";
  if (code === "ERR_PARSE_ARGS_UNKNOWN_OPTION") return `没有 ${option} 这个选项。`;
  if (code === "ERR_PARSE_ARGS_UNEXPECTED_POSITIONAL") return `多写了“${option}”。`;
  return `选项 ${option} 的用法不对。`;
}
