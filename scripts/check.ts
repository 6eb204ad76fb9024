import { run } from "./check/run.ts";

const { code, lines } = await run(process.argv.slice(2));
for (const line of lines) (code === 2 ? console.error : console.log)(line);
process.exitCode = code;
