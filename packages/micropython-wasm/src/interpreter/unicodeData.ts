// What lib/unicodedata.py asks of Unicode's tables: the JavaScript engine has them.

import type { Value } from "../result.js";
import { encodeFailure } from "./answers.js";
import type { Budget } from "./budget.js";
import { encodeValue } from "./wireEncoder.js";

/** UTF-16 units. Normalizing makes a text up to 18 times as long. */
const MAX_TEXT_LENGTH = 1_000_000;
const UNITS_PER_CHARACTER = 25;

/**
 * Marks on one character, in UTF-16 units. Engines sort them by insertion, in time in proportion to the square: 80,000 take seconds, in which nothing looks at the clock. The two
 * letters become marks where compatibility is asked for.
 */
const MOST_MARKS = 500;
const MARKS = /[\p{M}\uff9e\uff9f]+/gu;

const FORMS = ["NFC", "NFD", "NFKC", "NFKD"];
const CATEGORIES = "Lu Ll Lt Lm Lo Mn Mc Me Nd Nl No Pc Pd Ps Pe Pi Pf Po Sm Sc Sk So Zs Zl Zp Cc Cf Cs Co Cn".split(
  " ",
);
let patterns: readonly RegExp[] | undefined;

/** The request is ("unicode", a form of normalization or "category", text); a category is that of the first character. */
export function unicodeForGuest([, what, text]: readonly Value[], budget: Budget): Uint8Array {
  if (typeof text !== "string" || typeof what !== "string") return encodeFailure("TypeError", "a text is wanted");
  if (text.length > MAX_TEXT_LENGTH)
    return encodeFailure("ValueError", `text of more than ${MAX_TEXT_LENGTH} characters is too long here`);
  budget.charge(text.length * UNITS_PER_CHARACTER);
  budget.checkTime();
  if (FORMS.includes(what)) {
    for (const [marks] of text.matchAll(MARKS)) {
      if (marks.length > MOST_MARKS)
        return encodeFailure(
          "ValueError",
          `${marks.length} marks on one character are too many to normalize here; at most ${MOST_MARKS}`,
        );
    }
    return encodeValue(Object.freeze([text.normalize(what)]));
  }
  if (what !== "category") return encodeFailure("ValueError", "invalid normalization form");
  patterns ??= CATEGORIES.map((name) => new RegExp(`^\\p{gc=${name}}`, "u"));
  return encodeValue(Object.freeze([CATEGORIES[patterns.findIndex((pattern) => pattern.test(text))] ?? "Cn"]));
}
