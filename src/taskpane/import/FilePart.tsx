/** One file: what it is, what is new of it, what moves no lot, and what needs the user. */
import { Button, Checkbox, makeStyles, MessageBar, MessageBarActions, MessageBarBody, Text, tokens } from "@fluentui/react-components";
import { Dismiss16Regular } from "@fluentui/react-icons";
import { useId, useState, type ReactElement } from "react";
import type { Combined } from "../../import/combine";
import type { AccountQuestion } from "../../import/settle-accounts";
import { AccountField } from "./AccountField";
import { ColumnsForm } from "./ColumnsForm";
import { alreadyLine, countedLine, fileLine, purposeOf, unstatedLine } from "./import-sentences";
import type { AcceptedRows } from "./import-request";
import type { FileAnswer } from "./import-view";
import { UndecidedList } from "./UndecidedList";
import type { ImportState } from "./use-import";

const useStyles = makeStyles({
  part: { marginTop: tokens.spacingVerticalM, paddingTop: tokens.spacingVerticalM, borderTop: `1px solid ${tokens.colorNeutralStroke2}`, display: "flex", flexDirection: "column", gap: tokens.spacingVerticalXS },
  top: { display: "flex", alignItems: "center", gap: tokens.spacingHorizontalS },
  name: { margin: 0, flexGrow: 1, minWidth: 0, fontSize: tokens.fontSizeBase300, lineHeight: tokens.lineHeightBase300, fontWeight: tokens.fontWeightSemibold },
  out: { flexShrink: 0, minWidth: "24px" },
  quiet: { color: tokens.colorNeutralForeground2 },
  folded: { fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200, color: tokens.colorNeutralForeground2 },
  summary: { cursor: "pointer" },
  columns: { alignSelf: "flex-start" },
});

export interface FilePartProps {
  readonly answer: FileAnswer;
  /** What `combine` says of it; null: it was not read. */
  readonly told: Combined["files"][number] | null;
  readonly wasReadBefore: boolean;
  /** Of the Table below its headings, on its sheet, from 1. */
  readonly firstRow: number;
  readonly accepted: AcceptedRows;
  readonly onSay: (words: Parameters<ImportState["say"]>[1]) => void;
  readonly onSettle: (choice: AccountQuestion["choices"][number]) => void;
  readonly onAccept: ImportState["accept"];
  readonly onTakeOut: () => void;
}

export function FilePart(props: FilePartProps): ReactElement {
  const styles = useStyles();
  const { answer, onTakeOut } = props;
  const name = answer.is === "read" ? answer.file.name : answer.is === "unknown" ? answer.layout.name : answer.name;
  const id = useId();
  return (
    <section className={styles.part} aria-labelledby={id} data-testid="import-file">
      <div className={styles.top}>
        <h2 id={id} className={styles.name}>
          {name}
        </h2>
        <Button className={styles.out} size="small" appearance="subtle" icon={<Dismiss16Regular />} aria-label={`Leave ${name} out`} onClick={onTakeOut} />
      </div>
      <FileBody {...props} />
    </section>
  );
}

function FileBody({ answer, told, wasReadBefore, firstRow, accepted, onSay, onSettle, onAccept }: FilePartProps): ReactElement {
  const styles = useStyles();
  const [naming, setNaming] = useState(false);
  if (answer.is === "refused") {
    return (
      <MessageBar intent="error" layout="multiline">
        <MessageBarBody>{answer.sentence}</MessageBarBody>
      </MessageBar>
    );
  }
  if (answer.is === "unknown") return <ColumnsForm layout={answer.layout} columns={null} onColumns={(columns) => onSay({ columns })} />;
  const { file, columns, layout, takesLots, question } = answer;
  const purpose = purposeOf(file);
  const already = told === null ? null : alreadyLine(told);
  const unstated = told === null ? null : unstatedLine(told.unstated, firstRow);
  const rename = (columnsNamed: NonNullable<typeof columns>): void => {
    setNaming(false);
    onSay({ columns: columnsNamed, account: null });
  };
  return (
    <>
      <Text data-testid="import-file-line">{fileLine(file)}</Text>
      {purpose !== null && <Quiet>{purpose}</Quiet>}
      {takesLots !== null && <Checkbox label="Write them as opening rows" checked={takesLots} onChange={(_, { checked }) => onSay({ takesLots: checked === true })} />}
      {file.note !== "" && <Quiet>{file.note}</Quiet>}
      {already !== null && <Quiet>{already}</Quiet>}
      {unstated !== null && <Text size={200}>{unstated}</Text>}
      {already === null && wasReadBefore && <Quiet>This file has been read before: nothing is added.</Quiet>}
      {file.accounts.length > 0 && (
        <AccountField accounts={file.accounts} isNamed={file.namesAccount} fileName={file.name} onAccount={(account) => onSay({ account })} />
      )}
      {question !== null && (
        <MessageBar intent="warning" layout="multiline" data-testid="import-account-question">
          <MessageBarBody>{question.sentence}</MessageBarBody>
          <MessageBarActions>
            {question.choices.map((choice) => (
              <Button key={choice.label} size="small" onClick={() => onSettle(choice)}>
                {choice.label}
              </Button>
            ))}
          </MessageBarActions>
        </MessageBar>
      )}
      {file.counted.length > 0 && (
        <details className={styles.folded}>
          <summary className={styles.summary}>Rows that move no lot</summary>
          {countedLine(file.counted)}
        </details>
      )}
      {(told !== null || question !== null) && <UndecidedList file={file} undecided={told?.undecided ?? file.undecided} accepted={accepted} onAccept={onAccept} />}
      {layout !== null && !naming && (
        <Button className={styles.columns} size="small" onClick={() => setNaming(true)}>
          Change what its columns are
        </Button>
      )}
      {layout !== null && naming && <ColumnsForm layout={layout} columns={columns} onColumns={rename} />}
    </>
  );
}

function Quiet({ children }: { readonly children: string }): ReactElement {
  const styles = useStyles();
  return (
    <Text size={200} className={styles.quiet}>
      {children}
    </Text>
  );
}
