import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { strFromU8, strToU8, unzipSync } from "fflate";
import { archive, type Entry } from "./archive.ts";
import { offer, sizeName } from "./offer.ts";
import { newest, readMe } from "./read-me.ts";

const entry = (path: string, text: string): Entry => ({ path, bytes: strToU8(text) });

const FILES = [
  entry("index.html", "<p>甲</p>"),
  entry("读我.txt", "乙"),
  entry("a/b/丙 丁.json", ""),
  entry("404", "x"),
];

/** The bits of purpose and the time and date of every entry, as the directory at the end of a ZIP has them. */
function directory(zip: Uint8Array): readonly { readonly utf8: boolean; readonly when: number }[] {
  const view = new DataView(zip.buffer, zip.byteOffset, zip.byteLength);
  const found = [];
  for (let at = 0; at + 16 <= zip.length; at++) {
    if (view.getUint32(at, true) !== 0x02014b50) continue;
    found.push({ utf8: (view.getUint16(at + 8, true) & 0x800) !== 0, when: view.getUint32(at + 12, true) });
  }
  return found;
}

/** As read on a machine of another zone. */
function inZone<T>(zone: string, run: () => T): T {
  const before = process.env["TZ"];
  process.env["TZ"] = zone;
  try {
    return run();
  } finally {
    if (before === undefined) delete process.env["TZ"];
    else process.env["TZ"] = before;
  }
}

describe("the archive", () => {
  test("holds every file as it is, under names that may be Chinese and then are flagged so", () => {
    const zip = archive(FILES, "2021-12-22");
    const back = Object.entries(unzipSync(zip)).map(([path, bytes]) => [path, strFromU8(bytes)]);
    assert.deepEqual(Object.fromEntries(back), Object.fromEntries(FILES.map((f) => [f.path, strFromU8(f.bytes)])));
    assert.deepEqual(
      directory(zip).map(({ utf8 }) => utf8),
      Object.keys(unzipSync(zip)).map((path) => /\P{ASCII}/u.test(path)),
    );
  });

  test("is the same bytes whatever the order of the files, the hour and the zone", (t) => {
    const wanted = inZone("UTC", () => archive(FILES, "2021-12-22"));
    t.mock.timers.enable({ apis: ["Date"], now: Date.UTC(2031, 5, 6) });
    for (const zone of ["Asia/Shanghai", "America/Los_Angeles", "Pacific/Kiritimati"])
      assert.deepEqual(
        inZone(zone, () => archive([...FILES].reverse(), "2021-12-22")),
        wanted,
        zone,
      );
  });

  test("bears the date of the newest document, or the nearest that a ZIP can say", () => {
    const date = (issued: string) => {
      const when = (directory(archive(FILES, issued))[0]?.when ?? 0) >>> 16;
      return [1980 + (when >> 9), (when >> 5) & 15, when & 31];
    };
    assert.deepEqual(date("2021-12-22"), [2021, 12, 22]);
    assert.deepEqual(date("2016-10"), [2016, 10, 1]);
    assert.deepEqual(date("1949-10-01"), [1980, 10, 1]);
  });
});

describe("the text beside the pages", () => {
  const edition = { version: "1.2.3", issued: ["2019-12-20", "2021-11-09", "2016-10"] };
  const bytes = readMe(edition);
  const text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);

  test("is as Notepad of any Windows reads it", () => {
    assert.deepEqual([...bytes.slice(0, 3)], [0xef, 0xbb, 0xbf]);
    assert.doesNotMatch(text, /[^\r]\n|\r[^\n]/);
    assert.ok(text.endsWith("。\r\n"));
  });

  test("says the version, how many documents there are and the date of the newest", () => {
    assert.equal(newest(edition), "2021-11-09");
    for (const words of ["版本：1.2.3", "3 份文件", "2021年11月9日", "解压", "双击 index.html", "不需联网", "Firefox"])
      assert.ok(text.includes(words), words);
    assert.match(text, /data 文件夹.*以发布机关的正式文本为准/s);
  });
});

describe("the offer", () => {
  const download = { file: "yange-0.1.0.zip", size: 3_440_000 };
  const page = (inside: string, root = "../"): string =>
    `<!doctype html><html data-root="${root}" lang="zh"><body>\n${inside}<p>戊</p></body></html>`;
  const link = (address: string) => `<a href="${address}" download>下载离线版（ZIP，3.4\u00a0MB）</a>`;
  const rules = (html: string) => offer(html, download).faults.map(({ rule }) => rule);

  test("fills every place of a page and leaves the rest as it is", () => {
    const html = page(`<ul><li>己<li hidden data-offline="line"></li></ul><p class="x" data-offline=guide hidden></p>`);
    const filled = page(
      `<ul><li>己<li data-offline="line">${link("../yange-0.1.0.zip")}</li></ul>` +
        `<p class="x" data-offline=guide>${link("../yange-0.1.0.zip")}，解压后双击 index.html 即可阅读全站，不需联网。</p>`,
    );
    assert.equal(offer(html, download).html, filled);
  });

  test("leads to the root as the page knows it", () => {
    const place = `<li hidden data-offline="line"></li>`;
    const address = (root: string, file = "a.zip") =>
      /href="([^"]*)"/.exec(offer(page(place, root), { ...download, file }).html ?? "")?.[1];
    assert.equal(address("./"), "./a.zip");
    assert.equal(address("../../"), "../../a.zip");
    assert.equal(address("https://example.org/x&amp;y/"), "https://example.org/x&amp;y/a.zip");
    assert.equal(address("./", "沿革 1.zip"), "./%E6%B2%BF%E9%9D%A9%201.zip");
  });

  test("finds no place in what only looks like one", () => {
    const likeness = `data-offline="line"`;
    assert.deepEqual(rules(page(`<!-- <li hidden ${likeness}></li> --><li title='<i hidden ${likeness}></i>'></li>`)), [
      "offer-no-place",
    ]);
  });

  test("is refused where there is no place, no root, or a place that is taken", () => {
    assert.deepEqual(rules(page("")), ["offer-no-place"]);
    assert.deepEqual(rules(""), ["offer-no-place"]);
    assert.deepEqual(rules(`<html><i hidden data-offline="line"></i></html>`), ["offer-no-place"]);
    assert.deepEqual(rules(page(`<i hidden data-offline="poster"></i>`)), ["offer-unknown"]);
    assert.deepEqual(rules(page(`<i data-offline="line"></i>`)), ["offer-filled"]);
    assert.deepEqual(rules(page(`<i hidden data-offline="line"><b></b></i>`)), ["offer-filled"]);
    assert.deepEqual(rules(page(`<img hidden data-offline="line">`)), ["offer-filled"]);
    const twice = offer(page(`<i hidden data-offline="line"></i>`), download).html ?? "";
    assert.deepEqual(rules(twice), ["offer-filled"]);
  });

  test("says sizes in thousands, and never 1000 KB", () => {
    const said = [870_400, 999_499, 999_500, 1_606_238, 12_345_678].map((size) =>
      sizeName(size).replace("\u00a0", " "),
    );
    assert.deepEqual(said, ["870 KB", "999 KB", "1.0 MB", "1.6 MB", "12.3 MB"]);
  });
});
