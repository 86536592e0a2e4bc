/**
 * A self-signed certificate for localhost, made here and trusted nowhere: the browser is told to
 * accept this one public key (office.js refuses to run over plain http).
 */
import { createHash, X509Certificate } from "node:crypto";
import { chmodSync, existsSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { generateCertificates } from "office-addin-dev-certs/lib/generate";
import { CERTIFICATE } from "../paths";

const VALID_DAYS = 365;
const RENEW_BEFORE_MS = 7 * 24 * 3600 * 1000;

export interface Certificate {
  readonly cert: Buffer;
  readonly key: Buffer;
  /** Base64 SHA-256 of the public key, as Chromium's --ignore-certificate-errors-spki-list wants it. */
  readonly publicKeyHash: string;
}

export async function localhostCertificate(): Promise<Certificate> {
  const caPath = join(CERTIFICATE, "ca.crt");
  const certPath = join(CERTIFICATE, "localhost.crt");
  const keyPath = join(CERTIFICATE, "localhost.key");
  if (!isUsable(certPath, keyPath)) {
    rmSync(CERTIFICATE, { recursive: true, force: true });
    await quietly(() => generateCertificates(caPath, certPath, keyPath, VALID_DAYS, ["localhost", "127.0.0.1"]));
    chmodSync(keyPath, 0o600);
  }
  const cert = readFileSync(certPath);
  return { cert, key: readFileSync(keyPath), publicKeyHash: publicKeyHash(cert) };
}

function isUsable(certPath: string, keyPath: string): boolean {
  if (!existsSync(certPath) || !existsSync(keyPath)) return false;
  try {
    const certificate = new X509Certificate(readFileSync(certPath));
    return Date.parse(certificate.validTo) - Date.now() > RENEW_BEFORE_MS;
  } catch {
    return false;
  }
}

function publicKeyHash(cert: Buffer): string {
  const spki = new X509Certificate(cert).publicKey.export({ type: "spki", format: "der" });
  return createHash("sha256").update(spki).digest("base64");
}

/** The generator announces its certificates as if they were to be installed. Ours are not. */
async function quietly(work: () => Promise<void>): Promise<void> {
  const log = console.log;
  console.log = () => undefined;
  try {
    await work();
  } finally {
    console.log = log;
  }
}
