import type { ComponentType, JSX } from "preact";
import { render } from "preact";
import { useEffect, useState } from "preact/hooks";
import type { Me } from "../../shared/api.ts";
import { RequestError, send, whoAmI } from "./api.ts";
import { Link, usePath } from "./router.tsx";
import { SignIn } from "./pages/signIn.tsx";
import { Empty, Loading, Problem } from "./ui.tsx";

interface PageProps {
  me: Me;
  path: string[];
}

type Page = ComponentType<PageProps>;

/** Each page is a part of its own, loaded when it is shown first. */
const pages: Record<string, () => Promise<Page>> = {
  home: () => import("./pages/home.tsx").then((part) => part.Home),
  database: () => import("./pages/database.tsx").then((part) => part.DatabasePages),
  agent: () => import("./pages/agent.tsx").then((part) => part.Agent),
  python: () => import("./pages/python.tsx").then((part) => part.Python),
  nothing: async () => Nothing,
};

function Nothing(): JSX.Element {
  document.title = "Nothing here · micropython-agent";
  return (
    <Empty title="There is nothing here">
      <Link href="/">To the databases</Link>
    </Empty>
  );
}

function pageOf([first, second]: string[]): string {
  if (first === "-" && second !== undefined && Object.hasOwn(pages, second)) return second;
  if (first === undefined) return "home";
  return first === "db" ? "database" : "nothing";
}

function App(): JSX.Element {
  const path = usePath();
  const [me, setMe] = useState<Me>();
  const [error, setError] = useState<unknown>();
  const name = pageOf(path);
  const [shown, setShown] = useState<{ name: string; Page: Page }>();
  useEffect(() => {
    whoAmI().then(setMe, setError);
  }, []);
  useEffect(() => {
    pages[name]!().then((Page) => setShown({ name, Page }), setError);
  }, [name]);
  if (error instanceof RequestError && error.status === 401) return <SignIn />;
  if (error !== undefined) return <Problem error={error} />;
  if (me === undefined) return <Loading />;
  const Page = shown?.name === name ? shown.Page : undefined;
  return (
    <>
      <a class="skip" href="#main">
        Skip to the content
      </a>
      <header class="top">
        <Link href="/" class="brand">
          micropython-agent
        </Link>
        <nav aria-label="Pages">
          <Link href="/" current={name === "home" || name === "database"}>
            Databases
          </Link>
          {me.agent && (
            <Link href="/-/agent" current={name === "agent"}>
              Chat
            </Link>
          )}
          <Link href="/-/python" current={name === "python"}>
            Python
          </Link>
        </nav>
        <span class="who">
          {me.actor}
          <button
            type="button"
            class="quiet"
            onClick={() => void send("POST", "/logout").then(() => location.assign("/"))}
          >
            Sign out
          </button>
        </span>
      </header>
      <main id="main" class={name} tabIndex={-1}>
        {Page === undefined ? <Loading /> : <Page me={me} path={path} />}
      </main>
    </>
  );
}

render(<App />, document.getElementById("app")!);
