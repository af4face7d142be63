// node examples/plugins/main.mjs: two plugins do their work beside one that does its worst.
import { Board } from "./board.mjs";

const board = new Board();
for (const name of ["emoji", "karma", "hostile"]) await board.addPlugin(new URL(`${name}/`, import.meta.url));

const texts = [
  "hello :)",
  "ada++ for the fix",
  "ada++ alan++",
  "where is <b>bold</b>?",
  "I <3 it",
  "bye :(",
  "again ada++",
];
for (const text of texts) await board.post("jo", text);
await board.close();

console.log(board.log.join("\n"));
console.log(board.toHtml());
