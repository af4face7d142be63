import type { ComponentChildren, JSX } from "preact";
import { useEffect, useState } from "preact/hooks";

const changed = new Event("navigated");

export function navigate(path: string): void {
  history.pushState(null, "", path);
  dispatchEvent(changed);
}

/** The path of the page, as its parts, decoded. */
export function usePath(): string[] {
  const [path, setPath] = useState(location.pathname);
  useEffect(() => {
    const update = (): void => setPath(location.pathname);
    addEventListener("popstate", update);
    addEventListener("navigated", update);
    return () => {
      removeEventListener("popstate", update);
      removeEventListener("navigated", update);
    };
  }, []);
  return path
    .split("/")
    .filter((part) => part !== "")
    .map(decode);
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

/** A path from parts that may hold anything. */
export function to(...parts: string[]): string {
  return `/${parts.map(encodeURIComponent).join("/")}`;
}

interface LinkProps {
  href: string;
  class?: string;
  current?: boolean;
  label?: string;
  children: ComponentChildren;
}

/** A link within the page: the browser does what it does with links, but for plain clicks. */
export function Link({ href, class: name, current, label, children }: LinkProps): JSX.Element {
  const click = (event: MouseEvent): void => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    navigate(href);
  };
  return (
    <a href={href} class={name} onClick={click} aria-current={current ? "page" : undefined} aria-label={label}>
      {children}
    </a>
  );
}
