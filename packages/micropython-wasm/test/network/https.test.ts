// HTTPS: the name goes to the server, and its certificate is checked.
import { createServer } from "node:https";
import type { AddressInfo } from "node:net";
import { expect, it, onTestFinished } from "vitest";
import { Session } from "../../src/index.js";

// Self-signed, for api.test, made for this test: openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 36500 -subj /CN=api.test
const key = `-----BEGIN PRIVATE KEY-----
MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgLOZt04eNT8K+4YzR
r7hpKv5vzMViR3CPg2WrAZiEvtmhRANCAAQ5kucKo6fJJmTVukIKGiCctUUiWbGC
ixf6xbt2LalwhEgOUe/MebAMJJdpmY7kunpPA+8TMJOSwyaHAgpIVoeJ
-----END PRIVATE KEY-----`;
const cert = `-----BEGIN CERTIFICATE-----
MIIBkjCCATigAwIBAgIUQbQYQlR+Hjdn5FhmyvFOHMmEkcYwCgYIKoZIzj0EAwIw
EzERMA8GA1UEAwwIYXBpLnRlc3QwIBcNMjYxMTIxMTMyOTM2WhgPMjEyNjEwMjgx
MzI5MzZaMBMxETAPBgNVBAMMCGFwaS50ZXN0MFkwEwYHKoZIzj0CAQYIKoZIzj0D
AQcDQgAEOZLnCqOnySZk1bpCChognLVFIlmxgosX+sW7di2pcIRIDlHvzHmwDCSX
aZmO5Lp6TwPvEzCTksMmhwIKSFaHiaNoMGYwHQYDVR0OBBYEFKm0g1sehL0KJzmz
0VZGFbolDpizMB8GA1UdIwQYMBaAFKm0g1sehL0KJzmz0VZGFbolDpizMA8GA1Ud
EwEB/wQFMAMBAf8wEwYDVR0RBAwwCoIIYXBpLnRlc3QwCgYIKoZIzj0EAwIDSAAw
RQIhAPcZ/EqwSkJIG+MWBuQfzDoUP6B4bNZA99V4S+3O4q9uAiATUQdOV8TIMO0O
qGr6nkDdVds0fffejWSyLAGnvonalg==
-----END CERTIFICATE-----`;

it("tells the server the name that was asked for, and refuses a certificate that nobody vouches for", async () => {
  const names: string[] = [];
  let requests = 0;
  const SNICallback = (name: string, done: (error: Error | null) => void): void => {
    names.push(name);
    done(null);
  };
  const server = createServer({ key, cert, SNICallback }, (_request, response) => {
    requests++;
    response.end();
  });
  onTestFinished(() => void server.close());
  await new Promise<void>((resolve) => void server.listen(0, "127.0.0.1", resolve));
  const origin = `https://api.test:${(server.address() as AddressInfo).port}`;
  await using session = await Session.create({
    network: { allow: [{ origin, allowPrivate: true }], resolve: () => ["127.0.0.1"] },
  });
  await expect(session.run(`import requests\nrequests.get("${origin}/", verify=False)`)).rejects.toThrow(
    `ConnectionError: no answer from ${origin}: DEPTH_ZERO_SELF_SIGNED_CERT`,
  );
  expect(names).toEqual(["api.test"]);
  expect(requests).toBe(0);
});
