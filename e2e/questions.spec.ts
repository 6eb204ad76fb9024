import type { Page } from "@playwright/test";
import { type CorpusEntry, expect, test } from "./support/site.ts";

/** Three questions that a reader brings, answered by clicking from the home page to the sentence. */

/** The sentence that the address names. */
const sentence = (page: Page) => page.locator(":target");

const header = (page: Page, name: string) => page.locator("header").first().getByRole("link", { name, exact: true });

test("did the intensity of research spending rise or fall?", async ({ page, site }) => {
  await page.goto(site.url(""));
  await header(page, "指标").click();
  const course = page.locator(".course").filter({ has: page.getByRole("heading", { name: "研发投入" }) });
  await expect(course).toContainText("高于国家");
  await expect(course).toContainText("口径改变");
  const stages = course.locator(".stage");
  await stages.first().getByRole("link", { name: "2%以上" }).click();
  await expect(sentence(page)).toContainText("研发投入强度达到2%以上");
  await page.goBack();
  await stages.last().getByRole("link", { name: "10%以上" }).click();
  await expect(sentence(page)).toContainText("全行业研发投入年均增长10%以上");
  await expect(sentence(page)).toBeInViewport();
});

test("in which year do green parks begin?", async ({ page, site }) => {
  const { documents } = site.data<{ documents: CorpusEntry[] }>("corpus.json");
  await page.goto(site.url(""));
  await page.locator(".theme-matrix tbody th").getByRole("link", { name: /^绿色/ }).click();
  const chapters = page.locator(".chapter");
  const speaking = await chapters.evaluateAll((all) =>
    all
      .filter((one) => one.querySelector(".stops:not(.chapter-dropped *)")?.textContent?.includes("绿色园区"))
      .map(({ id }) => id),
  );
  expect(speaking[0]).toBe(documents[0]?.id);
  await chapters.first().locator(".stop").getByRole("link", { name: "绿色园区" }).first().click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("医药工业发展规划指南");
  await expect(sentence(page)).toBeInViewport();
  await expect(page.locator("main").getByText("建设绿色工厂和绿色园区").first()).toBeInViewport();
});

test("which goals of 2016 are not set any more?", async ({ page, site }) => {
  await page.goto(site.url(""));
  const gone = page.locator(".moves").filter({ has: page.getByRole("heading", { name: /不再提出/ }) });
  const item = gone.locator("li").filter({ hasText: "未再提出" }).first();
  await expect(item).toContainText("用水量");
  await item.getByRole("link", { name: "用水量" }).click();
  const course = page.locator(".course:target");
  await expect(course).toBeInViewport();
  await expect(course.locator(".stage").last()).toContainText("未再提出");
  await course.locator(".stage").first().getByRole("link", { name: "23%" }).click();
  await expect(sentence(page)).toContainText("单位工业增加值用水量下降23%");
});
