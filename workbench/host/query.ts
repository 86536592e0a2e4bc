/** Answers a query action: the loaded properties of an object, of what hangs on it, of a collection's items. */
import type { QueryInfo } from "./batch";
import { camelCase, notImplemented, own } from "./dispatcher";
import type { HostObject } from "./host-class";

type Used = (member: string, found: boolean) => void;

/** Null for a null object, as office.js expects it. */
export function queryObject(object: HostObject | null, info: QueryInfo, used: Used): unknown {
  if (object === null) return null;
  const { hostClass, target } = object;
  const answer: Record<string, unknown> = { ...hostClass.identity?.(target) };
  const wanted = wantedMembers(object, info);
  if (hostClass.items) {
    const ofItems = wanted.filter((path) => path === "items" || path.startsWith("items/"));
    const selected = ofItems.map((path) => path.slice("items/".length)).filter((path) => path !== "");
    const all = hostClass.items(target);
    const from = info.Skip ?? 0;
    const shown = all.slice(from, info.Top === undefined ? undefined : from + info.Top);
    answer._Items = shown.map((item) => queryObject(item, { Select: selected }, used));
  }
  for (const path of wanted) {
    if (path === "items" || path.startsWith("items/")) continue;
    readMember(object, path, answer, used);
  }
  return answer;
}

/** "a", "a/b"; an empty list means every property. A bare name on a collection speaks of its items. */
function wantedMembers(object: HostObject, info: QueryInfo): readonly string[] {
  const { hostClass } = object;
  const asked = [...(info.Select ?? []), ...(info.Expand ?? [])].map(camelPath);
  if (asked.length === 0 || asked.includes("*")) {
    return hostClass.items ? ["items"] : Object.keys(hostClass.properties ?? {});
  }
  if (!hostClass.items) return asked;
  return asked.map((path) => {
    const first = path.split("/")[0] ?? "";
    return first === "items" || own(hostClass.properties, first) ? path : `items/${path}`;
  });
}

function camelPath(path: string): string {
  return path.split("/").map(camelCase).join("/");
}

function readMember(object: HostObject, path: string, answer: Record<string, unknown>, used: Used): void {
  const { hostClass, target } = object;
  const [first = "", ...rest] = path.split("/");
  const link = own(hostClass.links, first);
  if (link) {
    used(`${hostClass.name}.${first}`, true);
    const name = pascalCase(first);
    const more = queryObject(link(target), { Select: rest.length > 0 ? [rest.join("/")] : [] }, used);
    answer[name] = mergeAnswers(answer[name], more);
    return;
  }
  const property = own(hostClass.properties, first);
  if (!property) {
    used(`${hostClass.name}.${first}`, false);
    throw notImplemented(hostClass.name, first);
  }
  used(`${hostClass.name}.${first}`, true);
  answer[pascalCase(first)] = property(target);
}

function mergeAnswers(earlier: unknown, later: unknown): unknown {
  return isRecord(earlier) && isRecord(later) ? { ...earlier, ...later } : later;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}

function pascalCase(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}
