import MarkdownIt from "markdown-it";
import type { JSX } from "preact";
import { useMemo } from "preact/hooks";

// HTML in the text stays text; links are those that markdown-it takes for harmless (no javascript:, vbscript:, data:). Images would be requests.
const markdown = new MarkdownIt({ html: false, linkify: false, breaks: true }).disable("image");

markdown.renderer.rules["link_open"] = (tokens, i, options, _, self) => {
  tokens[i]!.attrSet("rel", "noopener noreferrer nofollow");
  tokens[i]!.attrSet("target", "_blank");
  return self.renderToken(tokens, i, options);
};
// The policy forbids style attributes; columns that are aligned get a class.
for (const rule of ["th_open", "td_open"])
  markdown.renderer.rules[rule] = (tokens, i, options, _, self) => {
    const style = tokens[i]!.attrGet("style");
    if (style !== null) {
      tokens[i]!.attrs = (tokens[i]!.attrs ?? []).filter(([name]) => name !== "style");
      if (String(style).includes("right")) tokens[i]!.attrSet("class", "number");
    }
    return self.renderToken(tokens, i, options);
  };

export function Markdown({ text }: { text: string }): JSX.Element {
  const html = useMemo(() => markdown.render(text), [text]);
  return <div class="markdown" dangerouslySetInnerHTML={{ __html: html }} />;
}
