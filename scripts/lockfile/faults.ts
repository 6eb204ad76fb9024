/** What of npm's lockfile, version 3, matters here. */
export interface Lockfile {
  readonly packages: Readonly<Record<string, LockedPackage>>;
}

interface LockedPackage {
  readonly resolved?: string;
  readonly integrity?: string;
  readonly link?: boolean;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

/** Whether a package that stands at `place` finds `name` in its own node_modules or in one further out. */
function reaches({ packages }: Lockfile, place: string, name: string): boolean {
  const folders = place.split("/node_modules/").map((_, i, parts) => parts.slice(0, i + 1).join("/node_modules/"));
  return ["", ...folders].some((folder) => `${folder === "" ? "" : `${folder}/`}node_modules/${name}` in packages);
}

/**
 * What keeps a lockfile from installing the same everywhere: a native package of another platform that was left out
 * when the file was made, an address that only some machines reach, a package that nothing vouches for.
 */
export function faultsOf(lockfile: Lockfile): readonly string[] {
  return Object.entries(lockfile.packages).flatMap(([place, locked]) => {
    const lacking = Object.entries(locked.optionalDependencies ?? {})
      .filter(([name]) => !reaches(lockfile, place, name))
      .map(([name, version]) => `lacks ${name}@${version}, which ${place || "the project"} needs on some platform`);
    const host = locked.resolved === undefined ? [] : [`${place} names the address it came from`];
    const vouched = place === "" || locked.integrity !== undefined;
    return [...lacking, ...host, ...(vouched ? [] : [`${place} has no integrity hash`])];
  });
}
