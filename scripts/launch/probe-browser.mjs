// Exits with 0 when the browser that E2E_CHROMIUM or E2E_CHANNEL names, or else Playwright's own, renders a page.
import { chromium } from "@playwright/test";

const { E2E_CHROMIUM: executablePath, E2E_CHANNEL: channel } = process.env;

try {
  const browser = await chromium.launch({ executablePath, channel, timeout: 20_000 });
  const page = await browser.newPage();
  await page.setContent("<p>沿革</p>");
  const text = await page.textContent("p");
  await browser.close();
  process.exitCode = text === "沿革" ? 0 : 1;
} catch {
  process.exitCode = 1;
}
