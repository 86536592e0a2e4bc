/** Where files are chosen; they may be dropped anywhere on the pane as well. */
import { Button, makeStyles, mergeClasses, Text, tokens } from "@fluentui/react-components";
import { ArrowUpload20Regular } from "@fluentui/react-icons";
import { useRef, type ChangeEvent, type ReactElement } from "react";

const useStyles = makeStyles({
  place: {
    display: "flex",
    flexDirection: "column",
    alignItems: "flex-start",
    gap: tokens.spacingVerticalS,
    marginTop: tokens.spacingVerticalM,
    padding: tokens.spacingHorizontalM,
    border: `1px dashed ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
  },
  small: { padding: tokens.spacingVerticalS },
  input: { display: "none" },
  quiet: { color: tokens.colorNeutralForeground2 },
});

interface ChooseFilesProps {
  /** Files are there already. */
  readonly more: boolean;
  readonly onFiles: (files: readonly File[]) => void;
}

export function ChooseFiles({ more, onFiles }: ChooseFilesProps): ReactElement {
  const styles = useStyles();
  const input = useRef<HTMLInputElement>(null);
  const take = ({ target }: ChangeEvent<HTMLInputElement>): void => {
    onFiles([...(target.files ?? [])]);
    // So that the same file can be chosen again.
    target.value = "";
  };
  return (
    <div className={mergeClasses(styles.place, more && styles.small)}>
      <input ref={input} className={styles.input} type="file" multiple tabIndex={-1} aria-label="Files of your brokers" data-testid="import-input" onChange={take} />
      <Button appearance={more ? "secondary" : "primary"} size={more ? "small" : "medium"} icon={<ArrowUpload20Regular />} data-testid="import-choose" onClick={() => input.current?.click()}>
        {more ? "Add files" : "Choose files"}
      </Button>
      <Text size={200} className={styles.quiet}>
        {more ? "Or drop them anywhere here." : "Or drop them anywhere here. They are read on this computer; nothing is sent."}
      </Text>
    </div>
  );
}
