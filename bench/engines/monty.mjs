import { Monty } from "@pydantic/monty";
import { versions } from "../lib/versions.mjs";

export async function open() {
  return {
    version: versions["@pydantic/monty"],
    async prepare() {
      let stdout = "";
      // It must return nothing: Monty takes any other answer for an error.
      const printCallback = (_stream, text) => {
        stdout += text;
      };
      return {
        // Parsing is part of the run, as it is for every engine. No limits: the fastest that Monty can be.
        run: (source) => void new Monty(source).run({ printCallback }),
        output: () => stdout,
      };
    },
  };
}
