/** What is typed into a field of the screen and saved when the field is left. What could not be saved is not forgotten: the next press tries it again. */
import { useCallback, useMemo, useRef } from "react";
import type { SettingChange } from "../../sheet/placing/setting-changes";
import type { Said } from "../frame/use-jobs";
import type { Writes } from "../frame/use-writes";

type Change = (changes: readonly SettingChange[], said: string) => Promise<Said>;

export interface Typing {
  readonly change: Change;
  /** A field was left; null: with what it held before. Answers whether it was saved. */
  readonly onTyped: (change: SettingChange | null, said: string) => Promise<boolean>;
  /** Why it still cannot be saved; null: it is, or nothing was left to save. */
  readonly saveUnsaved: () => Promise<Said | null>;
}

export function useTyping({ saving }: Pick<Writes, "saving">, change: Change): Typing {
  const unsaved = useRef<(() => Promise<Said>) | null>(null);
  const saveUnsaved = useCallback(async () => {
    const said = (await unsaved.current?.()) ?? null;
    if (said?.intent === "error") return said;
    unsaved.current = null;
    return null;
  }, []);
  const onTyped = useCallback(async (typed: SettingChange | null, sentence: string): Promise<boolean> => {
    const save = typed === null ? null : (): Promise<Said> => change([typed], sentence);
    unsaved.current = save;
    if (save === null) return true;
    const isSaved = await saving(save);
    if (isSaved && unsaved.current === save) unsaved.current = null;
    return isSaved;
  }, [change, saving]);
  return useMemo(() => ({ change, onTyped, saveUnsaved }), [change, onTyped, saveUnsaved]);
}
