/**
 * The version of the rules that results are worked out by: raised when the same trades and settings would give other figures,
 * with a row in docs/rules-versions.md. A year and a month, such as `2026-11`; they sort as text.
 */
export const RULES_VERSION = "2026-11";

/** Every version there was, oldest first, with what changed: as the table of docs/rules-versions.md has it. */
export const RULES_VERSIONS: readonly (readonly [version: string, changed: string])[] = [["2026-11", "the first one"]];

/** `2026-11` */
const VERSION = /^\d{4}-(0[1-9]|1[0-2])$/;

/** What a workbook whose figures came from `version` must say here; null: nothing differs. */
export function rulesVersionWarning(version: string): string | null {
  if (version === RULES_VERSION) return null;
  if (!VERSION.test(version)) {
    return `Rules version in the settings is “${version}”, which is no version. This add-in works by ${RULES_VERSION}; write that there, or delete the row.`;
  }
  return version < RULES_VERSION
    ? `The figures of this workbook were worked out by rules version ${version}; this add-in works by ${RULES_VERSION}, and some figures may differ. ${changedSince(version)}`
    : `The figures of this workbook were worked out by rules version ${version}, which is newer than this add-in (${RULES_VERSION}), and some figures may differ. Update the add-in to see them as they were.`;
}

/** "Since then, 2027-01: ...", or that the version is not known. */
function changedSince(version: string): string {
  if (!RULES_VERSIONS.some(([known]) => known === version)) return `There was no version ${version}; look for a slip in the row Rules version of the settings.`;
  return `Since then, ${RULES_VERSIONS.filter(([known]) => known > version).map(([known, changed]) => `${known}: ${changed}`).join("; ")}.`;
}
