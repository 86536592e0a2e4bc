/** SHA-256 (FIPS 180-4) of bytes, at once and everywhere: the platform's own is asynchronous in a browser. */

const ROUND_CONSTANTS = fractions(64, 1 / 3);
const FIRST_HASH = fractions(8, 1 / 2);

/** The first 32 bits of the fractions of the roots of the first primes (FIPS 180-4, sections 4.2.2 and 5.3.3). */
function fractions(count: number, root: number): Uint32Array {
  const found = new Uint32Array(count);
  for (let candidate = 2, at = 0; at < count; candidate++) {
    if (isPrime(candidate)) found[at++] = (candidate ** root % 1) * 2 ** 32;
  }
  return found;
}

function isPrime(candidate: number): boolean {
  for (let divisor = 2; divisor * divisor <= candidate; divisor++) if (candidate % divisor === 0) return false;
  return true;
}

/** 64 hexadecimal digits. */
export function sha256(bytes: Uint8Array): string {
  const padded = withPadding(bytes);
  const view = new DataView(padded.buffer);
  const hash = FIRST_HASH.slice();
  const words = new Uint32Array(64);
  for (let block = 0; block < padded.length; block += 64) {
    for (let at = 0; at < 16; at++) words[at] = view.getUint32(block + at * 4);
    addBlock(hash, words);
  }
  return Array.from(hash, (word) => word.toString(16).padStart(8, "0")).join("");
}

function withPadding(bytes: Uint8Array): Uint8Array {
  const padded = new Uint8Array(Math.ceil((bytes.length + 9) / 64) * 64);
  padded.set(bytes);
  padded[bytes.length] = 0x80;
  const view = new DataView(padded.buffer);
  view.setUint32(padded.length - 8, Math.floor(bytes.length / 2 ** 29));
  view.setUint32(padded.length - 4, (bytes.length * 8) >>> 0);
  return padded;
}

const turned = (word: number, bits: number): number => (word >>> bits) | (word << (32 - bits));

function addBlock(hash: Uint32Array, words: Uint32Array): void {
  for (let at = 16; at < 64; at++) {
    const before15 = words[at - 15]!;
    const before2 = words[at - 2]!;
    const s0 = turned(before15, 7) ^ turned(before15, 18) ^ (before15 >>> 3);
    const s1 = turned(before2, 17) ^ turned(before2, 19) ^ (before2 >>> 10);
    words[at] = words[at - 16]! + s0 + words[at - 7]! + s1;
  }
  let [a, b, c, d, e, f, g, h] = hash as unknown as [number, number, number, number, number, number, number, number];
  for (let at = 0; at < 64; at++) {
    const s1 = turned(e, 6) ^ turned(e, 11) ^ turned(e, 25);
    const first = (h + s1 + ((e & f) ^ (~e & g)) + ROUND_CONSTANTS[at]! + words[at]!) | 0;
    const s0 = turned(a, 2) ^ turned(a, 13) ^ turned(a, 22);
    const second = (s0 + ((a & b) ^ (a & c) ^ (b & c))) | 0;
    [h, g, f, e, d, c, b, a] = [g, f, e, (d + first) | 0, c, b, a, (first + second) | 0];
  }
  [a, b, c, d, e, f, g, h].forEach((word, at) => (hash[at] = hash[at]! + word));
}
