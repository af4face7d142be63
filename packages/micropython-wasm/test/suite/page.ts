// What a page loads of the suite.
export { plain, play } from "./play.js";
export { cases } from "./suite.js";
