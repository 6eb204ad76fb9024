import type { Checked, Finding, Mended } from "../../src/node/check.ts";
import { formatProblem } from "../../src/text/problems/problem.ts";

export type Form = "text" | "json" | "github";

/** https://docs.github.com/actions/reference/workflow-commands: what would end a message or a property is escaped. */
const escapeMessage = (text: string): string =>
  text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
const escapeProperty = (text: string): string => escapeMessage(text).replaceAll(":", "%3A").replaceAll(",", "%2C");

function annotation({ file, line, endLine, column, rule, severity, message }: Finding): string {
  const properties = { file, line, endLine, col: column, title: rule };
  const said = Object.entries(properties).map(([name, value]) => `${name}=${escapeProperty(String(value))}`);
  return `::${severity} ${said.join(",")}::${escapeMessage(message)}`;
}

function mendedLine({ name, counts }: Mended): string {
  return `已改 ${name}：${Array.from(counts, ([rule, count]) => `${rule} ${count} 处`).join("，")}`;
}

function lastLine({ findings, files, isPartial }: Checked): string {
  const count = (severity: Finding["severity"]): number => findings.filter((one) => one.severity === severity).length;
  const fixable = findings.filter((one) => one.fixable).length;
  return [
    `检查了 ${files} 个文件：${count("error")} 个错误，${count("warning")} 个警告`,
    ...(fixable > 0 ? [`其中 ${fixable} 个可用 npm run check -- --fix 改掉`] : []),
    ...(isPartial ? ["有文件读不出来，涉及它的代号和引文要等改好后再检查"] : []),
  ].join("；");
}

/** Errors, then warnings, then the counts. */
function text(checked: Checked, mended: readonly Mended[]): string[] {
  const block = (severity: Finding["severity"]): string[] => {
    const lines = checked.findings.filter((one) => one.severity === severity).map(formatProblem);
    return lines.length > 0 ? [...lines, ""] : [];
  };
  const said = mended.map(mendedLine);
  return [...said, ...(said.length > 0 ? [""] : []), ...block("error"), ...block("warning"), lastLine(checked)];
}

/** The lines of a report. */
export function report(checked: Checked, mended: readonly Mended[], form: Form): string[] {
  if (form === "json") return [JSON.stringify(checked.findings, null, 2)];
  return form === "github" ? checked.findings.map(annotation) : text(checked, mended);
}
