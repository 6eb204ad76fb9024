const base = import.meta.env.BASE_URL.replace(/\/$/, "");

/** A root-absolute address inside the site, under whatever base it is built for. */
export function href(path: `/${string}`): string {
  return `${base}${path}`;
}

export function documentHref(id: string, eId?: string): string {
  return href(`/documents/${id}/${eId === undefined ? "" : `#${eId}`}`);
}

export function sourceHref(id: string, anchor?: string): string {
  return href(`/documents/${id}/source/${anchor === undefined ? "" : `#${anchor}`}`);
}

export function comparisonHref(from: string, to: string, row?: string): string {
  return href(`/compare/${from}/${to}/${row === undefined ? "" : `#${row}`}`);
}

/** A theme, or what one document says on it. */
export function themeHref(id: string, document?: string): string {
  return href(`/themes/${id === "" ? "" : `${id}/`}${document === undefined ? "" : `#${document}`}`);
}
