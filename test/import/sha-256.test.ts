/** FIPS 180-4: the digests published with the standard, and the platform's own on random bytes. */
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import fc from "fast-check";
import { describe, it } from "mocha";
import { sha256 } from "../../src/import/sha-256";

const bytes = (text: string) => new TextEncoder().encode(text);

describe("FIPS 180-4: SHA-256", () => {
  it("gives the published digests", () => {
    assert.equal(sha256(bytes("")), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    assert.equal(sha256(bytes("abc")), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    assert.equal(
      sha256(bytes("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq")),
      "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1",
    );
  });
  it("is what the platform says of any bytes", () =>
    fc.assert(fc.property(fc.uint8Array({ maxLength: 300 }), (some) => assert.equal(sha256(some), createHash("sha256").update(some).digest("hex")))));
});
