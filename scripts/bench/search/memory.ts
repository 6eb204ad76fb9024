import { readdirSync, readFileSync } from "node:fs";

/** How much memory this process and those that it started have had at most, in bytes. Only Linux tells of others. */

export const ownPeak = (): number => process.resourceUsage().maxRSS * 1024;

function statusOf(pid: string): string {
  try {
    return readFileSync(`/proc/${pid}/status`, "utf8");
  } catch {
    return "";
  }
}

function childPeak(): number {
  const all = readdirSync("/proc").filter((name) => /^\d+$/.test(name));
  const children = all.map(statusOf).filter((status) => status.includes(`\nPPid:\t${process.pid}\n`));
  return Math.max(0, ...children.map((status) => 1024 * Number(/^VmHWM:\s+(\d+)/m.exec(status)?.[1] ?? 0)));
}

const INTERVAL = 200;

/** The most that a process started by some work has had of memory; null where no one tells. */
export async function withChildPeak<T>(
  work: () => Promise<T>,
): Promise<{ readonly made: T; readonly peak: number | null }> {
  if (process.platform !== "linux") return { made: await work(), peak: null };
  let peak = 0;
  const timer = setInterval(() => {
    peak = Math.max(peak, childPeak());
  }, INTERVAL);
  try {
    return { made: await work(), peak };
  } finally {
    clearInterval(timer);
  }
}
