/** OpenCC's tables are untyped: "from to[ alternative…]" entries joined by "|". */
declare module "opencc-js/dict/TSCharacters" {
  const entries: string;
  export default entries;
}
declare module "opencc-js/dict/STCharacters" {
  const entries: string;
  export default entries;
}
