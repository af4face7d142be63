import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { signIn } from "../api.ts";
import { Problem } from "../ui.tsx";

export function SignIn(): JSX.Element {
  const [token, setToken] = useState("");
  const [error, setError] = useState<unknown>();
  const submit = (event: Event): void => {
    event.preventDefault();
    signIn(token).then(() => location.assign("/"), setError);
  };
  return (
    <main id="main" class="sign-in">
      <h1>Sign in</h1>
      <p>Open the link that the server has printed (it works once), or give your token.</p>
      <form onSubmit={submit}>
        <label for="token">Token</label>
        <input
          id="token"
          type="password"
          autocomplete="current-password"
          value={token}
          onInput={(event) => setToken(event.currentTarget.value)}
          required
        />
        <button type="submit" class="primary">
          Sign in
        </button>
      </form>
      {error !== undefined && <Problem error={error} />}
    </main>
  );
}
