import { expect, test } from "./support/site.ts";

test("every page is reached by clicking, and no link leads nowhere", async ({ page, site }) => {
  test.slow();
  const home = site.url("");
  const base = home.replace(/index\.html$/, "");
  const queue = [home];
  const seen = new Set(queue);
  const anchors = new Map<string, Set<string>>();
  const wanted: string[] = [];
  for (let address = queue.shift(); address !== undefined; address = queue.shift()) {
    await page.goto(address);
    const { links, ids } = await page.evaluate(() => ({
      links: [...document.querySelectorAll("a[href]")].map((a) => (a as HTMLAnchorElement).href),
      ids: [...document.querySelectorAll("[id]")].map((n) => n.id),
    }));
    anchors.set(address.split("#")[0] ?? "", new Set(ids));
    for (const link of links) {
      const [file = "", fragment = ""] = link.split("#");
      if (!file.startsWith(base)) continue;
      if (fragment !== "") wanted.push(`${file}#${decodeURIComponent(fragment)}`);
      if (file.endsWith(".html") && !seen.has(file)) {
        seen.add(file);
        queue.push(file);
      }
    }
  }
  expect(seen.size).toBeGreaterThanOrEqual(13);
  const lost = wanted.filter((link) => {
    const [file = "", id = ""] = link.split("#");
    return !anchors.get(file)?.has(id);
  });
  expect([...new Set(lost)]).toEqual([]);
});
