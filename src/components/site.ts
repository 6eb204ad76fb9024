/** What this site is called and about: the words that belong to the corpus and not to the tools. */
export const site = {
  title: "沿革",
  subject: "医药产业政策",
  headline: "医药产业政策，怎样一句一句走到今天",
  description: "把多份医药产业政策文件逐句理清、逐句可引，看同一个目标在不同文件里怎样延续、改写与消失。",
} as const;

/** The places in the header, in reading order. */
export const places = [
  { name: "总览", path: "/" },
  { name: "文件", path: "/documents/" },
  { name: "对照", path: "/compare/" },
  { name: "主题", path: "/themes/" },
  { name: "指标", path: "/targets/" },
] as const;
