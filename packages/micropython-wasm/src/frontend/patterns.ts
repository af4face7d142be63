// The patterns of `match`.

import { ExpressionParser } from "./expressions.js";
import type { Node, Pattern } from "./nodes.js";

export class PatternParser extends ExpressionParser {
  /** What follows `case`: a pattern, or a sequence without parentheses. */
  patterns(): Pattern {
    const { start } = this.peek();
    const first = this.#maybeStar();
    if (!this.is(",")) {
      if (first.form === "star") return this.pattern("sequence", start, [first]);
      return first;
    }
    const items = [first];
    while (this.take(",")) {
      if (this.is(":") || this.isName("if")) break;
      items.push(this.#maybeStar());
    }
    return this.#sequence(start, items);
  }

  pattern(form: Pattern["form"], start: number, children: Node[], text = ""): Pattern {
    return { kind: "pattern", form, start, end: this.previous().end, text, children, keys: [], keywords: [] };
  }

  #sequence(start: number, items: Pattern[]): Pattern {
    const stars = items.filter((item) => item.form === "star");
    const sequence = this.pattern("sequence", start, items);
    if (stars.length > 1) this.fail("multiple starred names in sequence pattern", sequence, sequence);
    return sequence;
  }

  #maybeStar(): Pattern {
    const star = this.take("*");
    if (star === undefined) return this.#as();
    return this.pattern("star", star.start, [], this.identifier().text);
  }

  #as(): Pattern {
    const { start } = this.peek();
    const value = this.#or();
    if (!this.takeName("as")) return value;
    const target = this.peek();
    if (target.kind !== "name") this.fail("invalid pattern target", target, target);
    if (target.text === "_") this.fail("cannot use '_' as a target", target, target);
    const name = this.identifier();
    return this.pattern("as", start, [value], name.text);
  }

  #or(): Pattern {
    const { start } = this.peek();
    const first = this.#closed();
    if (!this.is("|")) return first;
    const items = [first];
    while (this.take("|")) items.push(this.#closed());
    return this.pattern("or", start, items);
  }

  #closed(): Pattern {
    this.enter();
    const value = this.#unit();
    this.leave();
    return value;
  }

  #unit(): Pattern {
    const token = this.peek();
    if (token.kind === "number" || token.kind === "string" || this.is("-")) return this.#literal();
    if (token.kind === "name") {
      if (token.text === "None" || token.text === "True" || token.text === "False") return this.#literal();
      return this.#name();
    }
    if (this.is("(")) return this.#group();
    if (this.is("[")) {
      this.next();
      const items = this.#items("]");
      this.expect("]");
      return this.#sequence(token.start, items);
    }
    if (this.is("{")) return this.#mapping();
    return this.invalid();
  }

  #literal(): Pattern {
    const { start } = this.peek();
    const isNumber = this.peek().kind === "number" || this.is("-");
    const value = isNumber ? this.#number() : this.atom();
    return this.pattern("value", start, [value]);
  }

  /** With a sign, and complex as `1 + 2j`. */
  #number(): Node {
    const { start } = this.peek();
    const sign = this.take("-");
    if (this.peek().kind !== "number") this.invalid();
    let value = this.atom();
    if (sign !== undefined) value = this.node("unary", start, [value], "-");
    if (!this.is("+") && !this.is("-")) return value;
    const operator = this.next().text;
    if (this.peek().kind !== "number") this.invalid();
    return this.node("binary", start, [value, this.atom()], operator);
  }

  #name(): Pattern {
    const name = this.identifier();
    const { start } = name;
    let value = this.node("name", start, [], name.text);
    if (!this.is(".") && !this.is("(")) return this.pattern("capture", start, [], name.text);
    while (this.take(".")) {
      const attribute = this.identifier();
      value = this.node("attribute", start, [value], attribute.text);
    }
    return this.is("(") ? this.#class(value) : this.pattern("value", start, [value]);
  }

  #class(target: Node): Pattern {
    this.next();
    const items: Node[] = [];
    const keywords: string[] = [];
    while (!this.is(")")) {
      const token = this.peek();
      const follows = this.peek(1);
      if (token.kind === "name" && follows.kind === "op" && follows.text === "=") {
        keywords.push(this.identifier().text);
        this.next();
      } else {
        const named = keywords.some((keyword) => keyword !== "");
        if (named) {
          const first = items[0]!;
          this.#as();
          this.fail("positional patterns follow keyword patterns", first, this.previous());
        }
        keywords.push("");
      }
      items.push(this.#as());
      if (!this.take(",")) break;
    }
    this.expect(")");
    return { ...this.pattern("class", target.start, [target, ...items]), keywords };
  }

  #group(): Pattern {
    const { start } = this.next();
    if (this.take(")")) return this.pattern("sequence", start, []);
    const first = this.#maybeStar();
    if (this.is(")") && first.form !== "star") {
      this.next();
      return { ...first, start, end: this.previous().end };
    }
    const items = [first];
    if (this.take(",")) items.push(...this.#items(")"));
    this.expect(")");
    return this.#sequence(start, items);
  }

  #items(close: string): Pattern[] {
    const items: Pattern[] = [];
    while (!this.is(close)) {
      items.push(this.#maybeStar());
      if (!this.take(",")) break;
    }
    return items;
  }

  #mapping(): Pattern {
    const { start } = this.next();
    const keys: Node[] = [];
    const items: Pattern[] = [];
    let rest = "";
    while (!this.is("}")) {
      if (this.take("**")) rest = this.identifier().text;
      else {
        if (rest !== "") this.invalid();
        keys.push(this.#key());
        this.expect(":");
        items.push(this.#as());
      }
      if (!this.take(",")) break;
    }
    this.expect("}");
    return { ...this.pattern("mapping", start, items, rest), keys };
  }

  #key(): Node {
    const token = this.peek();
    if (token.kind === "number" || this.is("-")) return this.#number();
    if (token.kind === "name" && !["None", "True", "False"].includes(token.text)) {
      const value = this.#name();
      if (value.form !== "value") this.invalid();
      return value.children[0]!;
    }
    return this.atom();
  }
}
