// Exits with 0 when the Firefox that E2E_FIREFOX names renders a page.
import puppeteer from "puppeteer-core";

const { E2E_FIREFOX: executablePath } = process.env;

try {
  const browser = await puppeteer.launch({ browser: "firefox", executablePath, headless: true, timeout: 20_000 });
  const page = await browser.newPage();
  await page.setContent("<p>沿革</p>");
  const text = await page.$eval("p", (p) => p.textContent);
  await browser.close();
  process.exitCode = text === "沿革" ? 0 : 1;
} catch {
  process.exitCode = 1;
}
